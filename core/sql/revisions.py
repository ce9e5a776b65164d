"""Bringing a database up to date: Alembic's migrations, under a lock, all or none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text

from core.errors import StoreDamaged, StoreTooNew
from core.language import say

if TYPE_CHECKING:
    from alembic.config import Config

    from core.sql.schema import Schema
    from core.sql.transactions import Transactions

_NEWEST: Final = "head"
_LOCK: Final = 0x6C656E7469676F  # "lentigo"; any number that no other program takes


def bring_up_to_date(database: Transactions) -> None:
    """Make or migrate the tables, unless they are as this version knows them.

    What an earlier version left is copied first: `core.sql.former`.

    Raises
    ------
    StoreTooNew
        If a newer Lentigo has been here.
    StoreDamaged
        If the database holds something else.
    """
    with database.reading() as connection:
        if revision_of(connection) == database.schema.revision:
            return
    with database.writing() as connection:
        lock_all(connection)
        found = _require_known(connection, database)
        if found == database.schema.revision:
            return  # another was quicker, and has kept what was there before
        if found is not None:
            database.keep_former()
        upgrade(connection, database.schema)


def revision_of(connection: Connection) -> str | None:
    """Which migration a database is at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar()
    return revision


def lock_all(connection: Connection) -> None:
    """Let no other workstation do what is done under this lock until the transaction ends.

    With SQLite, a writer is alone anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})


def upgrade(connection: Connection, schema: Schema, *, revision: str = _NEWEST) -> None:
    """Run migrations in the transaction that is open, unless all of them have been."""
    if revision == _NEWEST and revision_of(connection) == schema.revision:
        return
    from alembic import command

    command.upgrade(configuration(schema, connection=connection), revision)


def configuration(schema: Schema, *, connection: Connection | None = None) -> Config:
    """How Alembic finds the migrations, and the connection that it is to use."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(schema.migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@cache
def known_revisions(schema: Schema) -> frozenset[str]:
    """Name all migrations that this version has."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(configuration(schema)).walk_revisions()
    return frozenset(script.revision for script in scripts)


def _require_known(connection: Connection, database: Transactions) -> str | None:
    revision = revision_of(connection)
    where = database.where
    if revision is not None and revision not in known_revisions(database.schema):
        raise StoreTooNew(say(database.schema.words.too_new, where=where), value=revision)
    others = set(inspect(connection).get_table_names()) - {"alembic_version"}
    if revision is None and others:
        raise StoreDamaged(
            say(
                "{where} is a database of something else: it holds {names}.",
                where=where,
                names=", ".join(sorted(others)[:3]),
            ),
            value=where,
        )
    return revision
