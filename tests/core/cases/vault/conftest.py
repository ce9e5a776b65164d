"""Cases that are put under a passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.records import StoredImage
from core.cases.store import CaseStore
from tests.core.cases.filled import fill
from tests.core.cases.vault.sealed_cases import make_cheap


@pytest.fixture
def images(address: CaseAddress, tmp_path: Path) -> list[StoredImage]:
    store = CaseStore.open(address)
    found = fill(store, tmp_path)
    store.close()
    return found


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take no half second for each passphrase."""
    make_cheap(monkeypatch)
