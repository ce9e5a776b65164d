"""What one store's database has to be, and what its failures are called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureWords:
    """What a user is told when a database fails, marked for translation.

    Parameters
    ----------
    full, read_only, busy, damaged : str
        Whole sentences.
    unavailable : str
        One with ``{words}``: the reason.
    too_new : str
        One with ``{where}``.
    """

    full: str
    read_only: str
    busy: str
    damaged: str
    unavailable: str
    too_new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The tables of a store.

    Parameters
    ----------
    migrations : Path
        Folder of Alembic's migrations.
    revision : str
        Of the last one, so that what is up to date opens without the machinery of migrations.
    tables : MetaData
        As they are after the last one.
    words : FailureWords
        What failures are called.
    """

    migrations: Path
    revision: str
    tables: MetaData
    words: FailureWords
