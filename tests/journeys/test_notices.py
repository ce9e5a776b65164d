"""News stands in a line that nobody has to answer: it fades, or stays with what can be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from core.errors import EngineUnavailable
from core.paths import examples_folder
from tests.desktop.windows import Window

REASON = "The engine failed."
ASKING = {"desktop/cases/remover.py", "desktop/learning/backups.py"}
"""What asks in a box: nobody can take it back."""


def fading(window: Window) -> QTimer:
    (timer,) = window.app.notices.findChildren(QTimer)
    return timer


def test_what_went_well_fades_by_itself(window: Window, tmp_path: Path) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:1])
    window.settle()
    window.dialogs.chosen_png = tmp_path / "map.png"
    window.trigger("save_overlay")
    window.bot.waitUntil(lambda: "map.png" in window.app.notice.words)
    assert QApplication.activeModalWidget() is None
    assert fading(window).isActive()
    fading(window).start(1)  # as when its time has passed
    window.bot.waitUntil(lambda: window.app.notice.words == "")


def test_what_did_not_stays_until_it_is_closed_by_key(window: Window, tmp_path: Path) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:1])
    window.settle()
    window.dialogs.chosen_png = tmp_path / "nowhere" / "file"
    (tmp_path / "nowhere").write_bytes(b"no folder")
    window.trigger("save_overlay")
    window.bot.waitUntil(lambda: window.app.notice.words != "")
    assert not fading(window).isActive()
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    (close,) = window.app.notice.findChildren(QToolButton)
    window.app.place.picture.setFocus()
    reach(window, close)
    QTest.keyClick(close, Qt.Key.Key_Space)
    window.bot.waitUntil(lambda: window.app.notice.words == "")


def reach(window: Window, wanted: QToolButton) -> None:
    """Press Tab until it is reached."""
    for _ in range(60):
        here = QApplication.focusWidget()
        if here is wanted:
            return
        QTest.keyClick(here or window.app.window, Qt.Key.Key_Tab)
    pytest.fail("Tab does not lead there")


def test_what_can_be_done_stands_beside_it_and_goes_with_the_trouble(window: Window) -> None:
    window.engine.client.break_down(EngineUnavailable(REASON))
    window.bot.waitUntil(lambda: REASON in window.app.notice.words)
    interface = QAccessible.queryAccessibleInterface(window.app.notice)
    spoken = [
        interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())
    ]
    assert any(REASON in words for words in spoken)
    start = window.app.notice.findChildren(QPushButton)[0]
    assert start.text() == window.app.actions["restart_engine"].text().replace("&", "")
    restarts = len(window.engine.client.restarts)
    start.click()
    assert len(window.engine.client.restarts) == restarts + 1
    window.engine.client.become_ready()
    window.bot.waitUntil(lambda: window.app.notice.words == "")


def test_an_error_about_an_image_stands_beside_that_image(window: Window, tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    window.engine.clients[0].answers_at_once = False
    window.open([tmp_path / "a.png"])
    (job,) = window.engine.client.open
    window.engine.client.fail(job, EngineUnavailable(REASON))
    window.settle()
    assert window.app.notice.words == ""
    assert window.app.session.images[0].error is not None


def test_only_what_nobody_can_take_back_is_asked_in_a_box(root: Path) -> None:
    found = {
        file.relative_to(root).as_posix()
        for file in (root / "desktop").rglob("*.py")
        if "QMessageBox" in file.read_text("utf-8")
    }
    assert found == ASKING
