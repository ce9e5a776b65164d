"""A value that its column cannot hold is named, and nothing else is lost for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Column, String, Text

from core.cases.address import CaseAddress
from core.cases.search import Found, LesionLine, LesionQuery
from core.cases.store import CaseStore
from core.cases.tables import ANALYSES, AUDIT, DRAFTS, METADATA, PATIENTS
from core.cli import main
from core.errors import AuditBroken, StoreDamaged, StoreUnavailable
from tests.core.cases.filled import fill

COLUMNS = [
    column
    for table in METADATA.sorted_tables
    for column in table.columns
    if not column.primary_key and not column.foreign_keys
]
BAD = {"words": "'no such value'", "bytes": "x'00fe'", "torn text": "CAST(x'c3' AS TEXT)"}
SPOILT = [
    pytest.param(column, bad, id=f"{column}, {bad}")
    for column in COLUMNS
    for bad in ("bytes", "torn text" if type(column.type) in {String, Text} else "words")
]
AFTER = (
    " The database of the cases is damaged. Do not write to it: keep the file, and restore a "
    "backup."
)
Way = Callable[[], object]
UNREAD = {"folded", "size", "drafts.changed", "removals.sha256"}
"""What is asked for by its value alone, or kept for others."""


@dataclass(frozen=True)
class Cases:
    """Two patients on disk."""

    file: Path
    address: CaseAddress
    sound: bytes
    sha256: str
    patients: tuple[str, ...]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    folder = tmp_path_factory.mktemp("misfits")
    address = CaseAddress.of("", folder=folder / "cases")
    store = CaseStore.open(address)
    first, _ = fill(store, folder)
    store.audit.note_view("patients/1")
    patients = tuple({line.patient_id for line in store.find(LesionQuery()).lines})
    store.close()
    assert address.file is not None
    return Cases(address.file, address, address.file.read_bytes(), first.sha256, patients)


@pytest.fixture
def file(cases: Cases) -> Iterator[Path]:
    yield cases.file
    for beside in cases.file.parent.glob(f"{cases.file.name}-*"):
        beside.unlink()
    cases.file.write_bytes(cases.sound)


def spoil(file: Path, column: Column[object], value: str) -> None:
    """Write it where nothing watches over it, in the first row alone."""
    with closing(sqlite3.connect(file)) as connection, connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        table, name = column.table.name, column.name
        (row,) = connection.execute(f"SELECT min(rowid) FROM {table}").fetchone()  # noqa: S608 - names of ours
        connection.execute(f"UPDATE {table} SET {name} = {value} WHERE rowid = ?", (row,))  # noqa: S608 - as above


def ways(store: CaseStore, patients: Sequence[str], sha256: str) -> dict[str, Way]:
    """All that is read of rows."""
    return {
        "find": lambda: store.find(LesionQuery()),
        "malignant": lambda: store.find(LesionQuery(malignant=True)),
        "select": lambda: store.selected(LesionQuery()),
        "judged": store.all_judged,
        "committed": lambda: store.commitment_of(sha256),
        "audit": store.audit.entries,
        "drafts": store.drafts.kept,
        "draft": lambda: store.drafts.read("note/1"),
        "a file": partial(store.file_of, patients[0]),
        "other file": partial(store.file_of, patients[1]),
    }


def refusals(found: Mapping[str, Way]) -> dict[str, str]:
    """Go all ways, and say what was said on those that lead nowhere."""
    refused = {}
    for name, way in found.items():
        try:
            way()
        except StoreDamaged as error:
            refused[name] = str(error)
    return refused


@pytest.mark.parametrize(("column", "bad"), SPOILT)
def test_a_value_of_another_kind_is_named_or_does_no_harm(
    cases: Cases, file: Path, column: Column[object], bad: str
) -> None:
    spoil(file, column, BAD[bad])
    with closing(CaseStore.open(cases.address)) as store:
        refused = refusals(ways(store, cases.patients, cases.sha256))
        complaints = [line for line in store.examine().database if "cannot be read" in line]
    words = f"In a row of {column.table.name}, {column.name} cannot be read."
    assert complaints == [words]
    assert {said.removeprefix(words) for said in refused.values()} <= {AFTER}
    assert refused or UNREAD & {column.name, str(column)}
    assert len({"a file", "other file"} & set(refused)) < 2, "one of them can still be read"
    assert not {"find", "malignant"} & set(refused)


def test_a_lesion_that_cannot_be_read_is_found_as_such(cases: Cases, file: Path) -> None:
    spoil(file, PATIENTS.c.name, BAD["bytes"])
    with closing(CaseStore.open(cases.address)) as store:
        found = store.find(LesionQuery())
        torn = {line.patient_id for line in found.lines if not line.readable}
        assert len(torn) == 1
        assert torn < {line.patient_id for line in found.lines} == set(cases.patients)
        assert found.total == len(found.lines)
        assert all(line.pseudonym for line in found.lines), "as far as it can be read"
        alone = store.find(LesionQuery(page=found.lines.index(one_of(found, torn)), size=1))
        assert [line.readable for line in alone.lines] == [False]
        with pytest.raises(StoreDamaged, match="In a row of patients, name cannot be read"):
            store.file_of(*torn)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_lesion_whose_answer_cannot_be_read_may_be_malignant(
    cases: Cases, file: Path, bad: str
) -> None:
    spoil(file, ANALYSES.c.content, bad)
    with closing(CaseStore.open(cases.address)) as store:
        found = store.find(LesionQuery(malignant=True))
    assert [line.readable for line in found.lines] == [False]
    assert found.total == 1


@pytest.mark.parametrize("bad", ["'[]'", "'12'", "'null'", "'\"words\"'"])
def test_so_may_one_whose_answer_is_other_json(cases: Cases, file: Path, bad: str) -> None:
    spoil(file, ANALYSES.c.content, bad)
    with closing(CaseStore.open(cases.address)) as store:
        assert store.find(LesionQuery(malignant=True)).total == 1


def test_one_whose_words_are_damaged_has_still_decided(cases: Cases, file: Path) -> None:
    torn = b'{"spread": "\xff", "operating_point": {"malignant": false}}'
    spoil(file, ANALYSES.c.content, f"CAST(x'{torn.hex()}' AS TEXT)")
    with closing(CaseStore.open(cases.address)) as store:
        assert store.find(LesionQuery(malignant=True)).total == 0
        assert store.find(LesionQuery()).total == 2


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_damaged_key_of_a_draft_keeps_nothing_from_being_found(
    cases: Cases, file: Path, bad: str
) -> None:
    with closing(CaseStore.open(cases.address)) as store:
        store.drafts.keep("note/1", "Grown.")
        before = store.find(LesionQuery())
    spoil(file, DRAFTS.c.key, bad)
    with closing(CaseStore.open(cases.address)) as store:
        after = store.find(LesionQuery())
        assert [line.lesion_id for line in after.lines] == [line.lesion_id for line in before.lines]
        named = "In a row of drafts, key cannot be read." in store.examine().database
        assert named == (bad != BAD["words"]), "any words may be a key"


def one_of(found: Found, torn: set[str]) -> LesionLine:
    return next(line for line in found.lines if line.patient_id in torn)


def test_what_no_value_is_to_blame_for_is_said(cases: Cases, file: Path) -> None:
    with closing(CaseStore.open(cases.address)) as store:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("ALTER TABLE diagnoses RENAME COLUMN code TO name")
        with pytest.raises(StoreUnavailable, match="no such column"):
            store.find(LesionQuery())


def test_the_command_names_what_cannot_be_read_of_the_newest_lesion(
    cases: Cases, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE patients SET name = x'00fe'")
    assert main(["cases", "--database", str(file)]) == 1
    said = capsys.readouterr().out
    assert "database: In a row of patients, name cannot be read." in said
    with closing(CaseStore.open(cases.address)) as store:
        assert f"{store.find(LesionQuery()).total} lesions" in said


def test_an_act_that_is_none_is_no_entry_of_ours(cases: Cases, file: Path) -> None:
    spoil(file, AUDIT.c.act, BAD["words"])
    with closing(CaseStore.open(cases.address)) as store, pytest.raises(AuditBroken, match="entry"):
        store.audit.entries()


def test_what_fails_of_something_else_keeps_its_name(store: CaseStore) -> None:
    with pytest.raises(LookupError, match="of ours"), store.audit._database.reading():  # noqa: SLF001
        raise LookupError("a fault of ours")
