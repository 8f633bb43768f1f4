"""The dataset in PostgreSQL: a schema of its own, migrated, documented, with views for planners and a role that reads."""
