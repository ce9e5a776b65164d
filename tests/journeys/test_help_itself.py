"""A user has the installation check itself, and reads what was written down of crashes."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.diagnostics import crash_files
from core.diagnostics.crash_files import keep_crash
from core.logs import private_traceback
from desktop.diagnostics.crash_dialog import CrashDialog
from desktop.diagnostics.self_test_dialog import SelfTestDialog
from tests.desktop.windows import Window
from tests.journeys import marked


def dialog_of(window: Window, kind: type[CrashDialog] | type[SelfTestDialog]) -> object:
    found = window.app.window.findChild(kind)
    assert found is not None
    return found


def words(dialog: SelfTestDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_self_test_says_what_works_and_what_does_not(window: Window) -> None:
    """In this window the model is a folder that is not there."""
    window.trigger("self_test")
    dialog = dialog_of(window, SelfTestDialog)
    assert isinstance(dialog, SelfTestDialog)
    assert dialog.head.text() == "Checking this installation…"
    window.bot.waitUntil(lambda: dialog.head.text() == "Something does not work here.")
    said = words(dialog)
    assert "There is no model in model: SHA256SUMS is missing." in said
    assert "An image can be kept, and comes back unchanged." in said
    assert {"✓", "✗", "·"} <= set(said)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_self_test_ends_with_its_dialog_or_with_the_window(window: Window) -> None:
    """That nothing is left running is what the guards of all tests see to."""
    window.trigger("self_test")
    dialog = dialog_of(window, SelfTestDialog)
    assert isinstance(dialog, SelfTestDialog)
    dialog.reject()
    window.trigger("self_test")
    window.close()


def test_crash_reports_are_read_copied_and_removed(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    monkeypatch.setattr(crash_files, "_numbers", count(1))
    picture = marked.files(tmp_path / "in")[0]
    with pytest.raises(OSError, match="Zebedee") as caught:
        (picture / "nothing").read_bytes()
    keep_crash(private_traceback(caught.value))
    window.trigger("crash_reports")
    dialog = dialog_of(window, CrashDialog)
    assert isinstance(dialog, CrashDialog)
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "builtins.NotADirectoryError" in text
    assert marked.found_in(text) == []
    dialog.remove.click()
    assert dialog.reports.toPlainText() == ""
    assert dialog.reports.placeholderText() == "Lentigo has not crashed here."
    assert not dialog.copy.isEnabled()
    assert not list((tmp_path / "log" / "crashes").iterdir())
    dialog.reject()
