"""A log folder of each test's own."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from core.diagnostics import crash_files


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where log and reports lie; nothing is there yet."""
    folder = tmp_path / "log"
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: folder)
    monkeypatch.setattr(crash_files, "_numbers", count(1))
    return folder
