"""Backups of cases: as files, and as one table in a backup whose checksums fit."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final
from unittest.mock import patch

from sqlalchemy import Connection, MetaData

from core.cases.address import CaseAddress
from core.cases.backup import restore
from core.cases.backup.archive import MANIFEST
from core.cases.backup.restore import tables_at
from core.cases.backup.verify import verify
from core.cases.store import CaseStore
from core.learning.store.backup import restore_backup as restore_answers
from core.learning.store.backup import write_backup as back_up_answers
from core.learning.store.store import LearningStore
from tests.core.cases.filled import fill
from tests.core.learning.answers import answer, begun
from tests.fuzz.target import Target
from tests.fuzz.targets.scratch import file_of, scratch

_TABLE: Final = "tables/patients.jsonl"


def _store(folder: Path) -> CaseAddress:
    return CaseAddress.of("", folder=folder)


@cache
def _healthy() -> bytes:
    with scratch() as folder:
        store = CaseStore.open(_store(folder / "store"))
        fill(store, folder, patients=1)
        store.back_up(folder / "cases.zip")
        store.close()
        return (folder / "cases.zip").read_bytes()


@cache
def _members() -> Mapping[str, bytes]:
    with zipfile.ZipFile(BytesIO(_healthy())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _verify(data: bytes) -> None:
    with file_of(data) as path:
        verify(path)


class _Tables:
    """The tables of a revision: migrated once, and then made at once as they have become."""

    def __init__(self, connection: Connection, revision: str) -> None:
        self.described = tables_at(connection, revision)
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        self._made_by = [sql for (sql,) in connection.exec_driver_sql(query)]
        self._revision = revision

    def make(self, connection: Connection) -> None:
        for sql in self._made_by:
            connection.exec_driver_sql(sql)
        query = "INSERT INTO alembic_version VALUES (?)"
        connection.exec_driver_sql(query, (self._revision,))


_TABLES: Final[dict[str, _Tables]] = {}


def tables_at_once(connection: Connection, revision: str) -> MetaData:
    """Do what `tables_at` does, without its migrations but for the first time."""
    if revision in _TABLES:
        _TABLES[revision].make(connection)
    else:
        _TABLES[revision] = _Tables(connection, revision)
    return _TABLES[revision].described


def _restore(table: bytes) -> None:
    manifest = json.loads(_members()[MANIFEST])
    manifest["sha256"][_TABLE] = hashlib.sha256(table).hexdigest()
    members = {**_members(), _TABLE: table, MANIFEST: json.dumps(manifest).encode()}
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with file_of(whole.getvalue()) as path:
        there = _store(path.parent / "store")
        try:
            with patch.object(restore, "tables_at", tables_at_once):
                restore.restore_backup(path, there)
            CaseStore.open(there).close()
        finally:
            shutil.rmtree(path.parent / "store", ignore_errors=True)


@cache
def _answers() -> bytes:
    with scratch() as folder:
        store = LearningStore.open(folder / "learning.sqlite3")
        session = begun(store, store.add_profile("Ayu"))
        store.keep(answer("mel", "nv", session=session))
        store.close()
        back_up_answers(folder / "learning.sqlite3", folder / "backup")
        return (folder / "backup").read_bytes()


def _restore_answers(data: bytes) -> None:
    with file_of(data) as path:
        file = path.parent / "learning.sqlite3"
        restore_answers(path, file)
        with closing(LearningStore.open(file)) as store:
            for profile in store.profiles():
                store.answers(profile)
                store.unfinished(profile)
                store.collections(profile)
                store.favourites(profile)


BACKUPS: Final = (
    Target("answers-backup", _restore_answers, lambda: {"one": _answers()}),
    Target("backup", _verify, lambda: {"one": _healthy()}),
    Target(
        "backup-table",
        _restore,
        lambda: {"one": _members()[_TABLE]},
    ),
)
