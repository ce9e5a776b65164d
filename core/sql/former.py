"""A copy of a database as an earlier version left it, written before its tables are changed.

Migrations are all or nothing, but nobody can take them back: who needs the earlier version again
needs what it had. With a server, that is for whoever keeps its backups.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

_ENDING: Final = ".before-upgrade"
_UNFINISHED: Final = ".unfinished"


def former_of(file: Path) -> Path:
    """Where the copy of a database's file lies: beside it."""
    return file.with_name(file.name + _ENDING)


def keep_former(engine: Engine, file: Path) -> None:
    """Copy what is committed, under the same key if there is one; the last copy goes.

    Parameters
    ----------
    engine : Engine
        Of the database. A second connection reads: another one may hold the lock of writers.
    file : Path
        Of the database.

    Raises
    ------
    DBAPIError
        If it cannot be written; nothing has been changed then.
    """
    unfinished = file.with_name(file.name + _UNFINISHED)
    unfinished.unlink(missing_ok=True)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # inside of a transaction it is refused
            connection.exec_driver_sql("VACUUM INTO ?", (str(unfinished),))
        unfinished.chmod(0o600)
        _settle_on_disk(unfinished)
        unfinished.replace(former_of(file))
    finally:
        unfinished.unlink(missing_ok=True)


def forget_former(file: Path) -> None:
    """Remove the copy: it would keep what is deleted, or what is to be read with a passphrase."""
    former_of(file).unlink(missing_ok=True)


def _settle_on_disk(path: Path) -> None:
    with path.open("rb+") as written:
        os.fsync(written.fileno())
