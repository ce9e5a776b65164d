from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.learning.store.store import LearningStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LearningStore]:
    """A store that is open and empty."""
    opened = LearningStore.open(tmp_path / "learning.sqlite3")
    yield opened
    opened.close()
