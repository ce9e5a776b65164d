"""The system's clock may be wrong, and may jump: order and time limits do not depend on it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from typing import Self

import pytest

from core.cases import records
from core.cases.address import CaseAddress
from core.cases.audit import trail
from core.cases.records import Note, Patient
from core.cases.store import CaseStore

_BACKWARDS = count()


class Backwards(datetime):
    """A clock that is set back by a day whenever it is looked at."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2026, 6, 1, tzinfo=tz) - timedelta(days=next(_BACKWARDS))


def test_records_and_their_trail_are_whole_when_the_clock_runs_backwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "datetime", Backwards)
    monkeypatch.setattr(trail, "datetime", Backwards)
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    patient = store.add(Patient(name="Anna"))
    notes = [store.add(Note(patient_id=patient.id, text=str(number))) for number in range(5)]
    assert notes[0].created > notes[-1].created > datetime(2020, 1, 1, tzinfo=UTC)
    assert {note.text for note in store.file_of(patient.id).notes} == set("01234")
    store.delete(notes[2])
    assert store.audit.verify() is not None
    store.close()


def test_no_time_limit_goes_by_the_clock_on_the_wall(root: Path) -> None:
    wall = re.compile(r"\btime\.time\(|from time import .*\btime\b")
    files = [path for name in ("core", "desktop") for path in (root / name).rglob("*.py")]
    assert len(files) > 300
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    # How old a file is can be told by no other clock.
    assert [line for line in lines if wall.search(line) and "st_mtime" not in line] == []
