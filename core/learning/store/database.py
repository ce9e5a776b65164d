"""Opening the database of what users learn."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, create_engine

from core.learning.store.address import make_folder, require_local
from core.learning.store.schema import SCHEMA
from core.sql.revisions import bring_up_to_date
from core.sql.sqlite import PATIENCE, tell_sqlite
from core.sql.transactions import Transactions


def open_database(file: Path) -> Transactions:
    """Open it, made if there is none, and brought up to date.

    Raises
    ------
    StoreError
        One of its subclasses says why it cannot be opened.
    """
    whole = file.expanduser().absolute()
    require_local(whole)
    make_folder(whole.parent)
    engine = create_engine(
        URL.create("sqlite", database=str(whole)),
        hide_parameters=True,  # errors would quote what was to be kept
        connect_args={"timeout": PATIENCE},
    )
    tell_sqlite(engine)
    database = Transactions(engine, SCHEMA, where=str(whole), file=whole)
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database
