"""Runs the migrations on the connection that the ledger has opened."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="caremsg_version",
    transactional_ddl=False,  # the caller holds one transaction around everything
)
context.run_migrations()
