"""Where Alembic begins: it migrates in the transaction that the store has opened."""

from alembic import context

from core.learning.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
