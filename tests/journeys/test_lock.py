"""A screen that is left alone shows nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from core.paths import examples_folder
from desktop.lock.idle import IdleWatch
from desktop.lock.settings_dialog import LockSettingsDialog
from tests.desktop.windows import Window

SECRET = "open sesame"


def choose(window: Window, *, minutes: int, passphrase: str = SECRET) -> None:
    window.trigger("lock_after")
    dialog = window.app.window.findChild(LockSettingsDialog)
    assert dialog is not None
    dialog.minutes.setValue(minutes)
    for line in (dialog.first, dialog.second):
        line.setText(passphrase)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    box.button(QDialogButtonBox.StandardButton.Ok).click()
    window.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def colours(window: Window) -> set[int]:
    picture = window.app.window.grab().toImage()
    return {
        QColor(picture.pixel(x, y)).rgb()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }


def test_locked_shows_nothing_until_the_passphrase_is_typed(window: Window) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:2])
    window.settle()
    choose(window, minutes=0)
    window.trigger("lock_now")
    dialog = window.app.lock.dialog
    assert dialog is not None
    assert len(colours(window)) == 1
    window.app.window.resize(900, 700)
    window.bot.waitUntil(lambda: len(colours(window)) == 1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    QTest.keyClicks(dialog.line, "guess")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.verdict.text() == "That is not the passphrase."
    assert window.app.lock.locked
    QTest.keyClicks(dialog.line, SECRET)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    window.bot.waitUntil(lambda: not window.app.lock.locked)
    assert len(colours(window)) > 50


def test_it_locks_itself_when_nobody_does_anything(window: Window) -> None:
    choose(window, minutes=1)
    (watch,) = window.app.lock.findChildren(IdleWatch)
    (timer,) = watch.findChildren(QTimer)
    watch.watch(8_000)  # a minute is long for a test
    window.bot.waitUntil(lambda: timer.remainingTime() < 7_000)
    QTest.keyClick(window.app.window, Qt.Key.Key_Shift)
    assert timer.remainingTime() > 7_400  # it began anew; Qt may be off by a twentieth
    watch.watch(1)
    window.bot.waitUntil(lambda: window.app.lock.locked)


def test_without_a_passphrase_nothing_can_be_locked(window: Window) -> None:
    window.trigger("lock_now")
    assert not window.app.lock.locked
    assert "passphrase first" in window.app.notice.words


def test_a_passphrase_is_asked_for_twice_and_not_short(window: Window) -> None:
    window.trigger("lock_after")
    dialog = window.app.window.findChild(LockSettingsDialog)
    assert dialog is not None
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    done = box.button(QDialogButtonBox.StandardButton.Ok)
    dialog.minutes.setValue(5)
    assert not done.isEnabled()
    dialog.first.setText("short")
    assert "at least" in dialog.verdict.text()
    dialog.first.setText(SECRET)
    assert "not the same" in dialog.verdict.text()
    dialog.second.setText(SECRET)
    assert done.isEnabled()
    dialog.reject()
    assert window.app.settings.current.lock_secret == ""
