"""The machine around Lentigo, as the self-test sees it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from core.selftest import surroundings
from core.selftest.check import Check, CheckName, Outcome
from core.selftest.surroundings import surrounding_checks


def found() -> dict[CheckName, Check]:
    return {check.name: check for check in surrounding_checks()}


def test_where_nothing_can_be_written_the_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**given: object) -> None:
        raise PermissionError(13, "denied", given["dir"])

    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "not" / "yet")
    assert found()[CheckName.WRITING].outcome is Outcome.PASSED
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    check = found()[CheckName.WRITING]
    assert check.outcome is Outcome.FAILED
    assert check.sentence == f"Nothing can be written to {tmp_path / 'not' / 'yet'}."


def test_without_a_display_only_the_window_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(surroundings, "_FONT_FOLDERS", ())
    assert found()[CheckName.DISPLAY].outcome is Outcome.SKIPPED
    assert found()[CheckName.FONTS].outcome is Outcome.PASSED
    monkeypatch.setenv("DISPLAY", ":9")
    assert found()[CheckName.DISPLAY].outcome is Outcome.PASSED
    assert found()[CheckName.FONTS].outcome is Outcome.FAILED


def test_fonts_of_the_system_are_found_however_deep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.TTF").touch()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(surroundings, "_FONT_FOLDERS", (str(tmp_path),))
    assert found()[CheckName.FONTS].outcome is Outcome.PASSED
