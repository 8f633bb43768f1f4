"""The dataset in PostgreSQL: a documented schema of its own, migrations, views for planners, a role that reads."""
