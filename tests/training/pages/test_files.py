"""A report is written whole, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from training.pages.files import ReportNotWritten, prepare_folder, write_text


def test_a_folder_that_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    actions: tuple[Callable[[], None], ...] = (
        lambda: prepare_folder(tmp_path / "file"),
        lambda: prepare_folder(tmp_path / "file" / "below"),
        lambda: write_text(tmp_path / "file" / "report.json", "{}"),
    )
    for action in actions:
        with pytest.raises(ReportNotWritten, match="Choose another --out"):
            action()


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.json"
    write_text(target, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ReportNotWritten, match="No space left"):
        write_text(target, "new")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert target.read_text() == "old"
