"""What is timed finds what it is called after; the times themselves are nobody's promise here."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from benchmarks.cases import export, fill, report, ways
from core.cases.address import CaseAddress
from core.cases.search import Found
from core.cases.store import CaseStore


def test_each_search_finds_some_and_the_export_all(tmp_path: Path) -> None:
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path))
    fill(store, lesions=3000)
    totals = {}
    for name, way in ways(store).items():
        found = way()
        assert isinstance(found, Found)
        totals[name] = found.total
    assert totals.pop("everything") == 3000
    assert totals.pop("not seen since") + totals.pop("seen since") == 3000
    assert totals.pop("all filters at once") < min(totals.values())
    assert all(0 < total < 3000 for total in totals.values()), totals
    rows = list(csv.DictReader(io.StringIO(export(store).decode("utf-8-sig"))))
    store.close()
    assert len(rows) == 3000


def test_it_says_what_it_measured() -> None:
    said: list[str] = []
    report(lesions=10, rounds=1, say=said.append)
    assert len(said) == 11
