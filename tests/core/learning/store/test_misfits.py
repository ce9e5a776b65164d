"""A value that its column cannot hold is named, and what others learned can still be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, String, Text

from core.errors import NotInStore, StoreDamaged
from core.learning.store.records import ImageMark
from core.learning.store.store import LearningStore
from core.learning.store.tables import METADATA
from tests.core.learning.answers import answer, begun, digest

COLUMNS = [
    column
    for table in METADATA.sorted_tables
    for column in table.columns
    if not column.primary_key and not column.foreign_keys
]
AFTER = " The database of answers and collections is damaged. Move it away, and new ones are begun."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """What two people have learned, Ayu first."""
    file = tmp_path / "learning.sqlite3"
    with closing(LearningStore.open(file)) as store:
        for name in ("Ayu", "Wayan"):
            profile = store.add_profile(name)
            store.add_favourites(profile, [ImageMark(digest(name), "Atlas")])
            store.collect(store.add_collection(profile, "Mine"), [ImageMark(digest(name), "Atlas")])
            store.keep(answer("mel", "nv", session=begun(store, profile)))
    return file


def spoil(file: Path, column: Column[object]) -> None:
    """Write bytes that are no text in the first row alone."""
    table, name = column.table.name, column.name
    bad = "CAST(x'c3' AS TEXT)" if type(column.type) in {String, Text} else "x'00fe'"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {name} = {bad} WHERE rowid = 1")  # noqa: S608 - names of ours


def read(store: LearningStore, name: str) -> None:
    """Read all that somebody has."""
    profile = store.profile_named(name)
    store.favourites(profile)
    for collection in store.collections(profile):
        store.collected(collection)
    for one in store.answers(profile):
        store.answers_in(store.session(one.session_id))


def refusal(way: Callable[[], object]) -> str:
    try:
        way()
    except StoreDamaged as error:
        return str(error)
    except NotInStore:  # by a name that is damaged nobody is found
        return ""
    return ""


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_a_value_of_another_kind_is_named(file: Path, column: Column[object]) -> None:
    spoil(file, column)
    words = f"In a row of {column.table.name}, {column.name} cannot be read.{AFTER}"
    with closing(LearningStore.open(file)) as store:
        found = {refusal(lambda: read(store, "Ayu")), refusal(store.profiles)}
        assert found <= {"", words}
        assert words in found or column.name == "created"  # by that, marks are put in order alone
        assert refusal(lambda: read(store, "Wayan")) == ""
