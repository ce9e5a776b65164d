from __future__ import annotations

import pytest

from core.cases.audit.book import AuditBook
from core.cases.store import CaseStore
from core.errors import StoreFull


@pytest.mark.expected_logs("could not be put on the audit trail: StoreFull")
def test_a_full_disk_keeps_nobody_from_looking(
    store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFull("The disk is full.")

    monkeypatch.setattr(AuditBook, "note", full)
    store.audit.note_view("patients:1")
