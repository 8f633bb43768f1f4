"""The history of the schema, as Alembic keeps it: one file for each change, never edited after it was given out."""
