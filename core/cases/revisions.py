"""Which migrations the cases have; how they are run is the same for every store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.cases.tables import METADATA, REVISION
from core.language import marked
from core.sql import revisions
from core.sql.revisions import lock_all, revision_of
from core.sql.schema import FailureWords, Schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["SCHEMA", "known_revisions", "lock_all", "revision_of", "upgrade"]

_WORDS: Final = FailureWords(
    full=marked(
        "There is no room left on the disk for cases. Nothing was lost: make room, and save again."
    ),
    read_only=marked(
        "The cases may not be changed here: the file or its folder is write-protected."
    ),
    busy=marked("Another program holds the cases. Nothing was lost: try again in a moment."),
    damaged=marked(
        "The database of the cases is damaged. Do not write to it: keep the file, and restore a "
        "backup."
    ),
    unavailable=marked("The database of the cases cannot be opened or reached: {words}."),
    too_new=marked(
        "The cases in {where} were last used by a newer version of Lentigo. Use that "
        "version, or restore a backup that this one has made."
    ),
)
SCHEMA: Final = Schema(
    migrations=Path(__file__).parent / "migrations",
    revision=REVISION,
    tables=METADATA,
    words=_WORDS,
)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run migrations in the transaction that is open."""
    revisions.upgrade(connection, SCHEMA, revision=revision)


def known_revisions() -> frozenset[str]:
    """Name all migrations that this version has."""
    return revisions.known_revisions(SCHEMA)
