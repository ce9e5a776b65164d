"""The tour's stops that no action of the menus leads to at once: notices, locks and questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.errors import EngineUnavailable
from core.language import say
from desktop.archive.send_dialog import SendDialog
from desktop.lock.passphrase import hashed
from desktop.shell.case_mix import CaseMixQuestion
from desktop.shell.case_mix_dialog import CaseMixDialog
from desktop.vault.open_dialog import OpenDialog
from desktop.vault.protect_dialog import ProtectDialog
from tests.desktop.fakes import make_card, make_rules
from tests.desktop.windows import Window

SECRET = "open sesame"


def states(window: Window, named: str) -> Iterator[str]:
    """Show one thing after the other, and give its name while it is seen."""
    yield from _recent(window, named)
    for name, make in _DIALOGS.items():
        dialog = make(window.app.window)
        dialog.open()
        yield name
        dialog.hide()
        dialog.deleteLater()
    window.trigger("lock_now")
    yield "a notice"
    yield from _locked(window)
    words = say("The engine failed because of a fault of its own ({error}).", error=5)
    window.engine.client.break_down(EngineUnavailable(words))
    window.bot.waitUntil(lambda: bool(window.app.notice.words))
    yield "a notice with what can be done about it"


def _recent(window: Window, named: str) -> Iterator[str]:
    """Show the menu, in which names are long and alike."""
    menu = window.app.recent
    names = (f"/1/photo{named}.jpg", f"/2/photo{named}.jpg", f"/{'long' * 20}.jpg")
    menu.remember([Path(name) for name in names])
    menu.popup(window.app.window.pos())
    window.bot.waitUntil(menu.isVisible)
    yield "recent files"
    menu.close()


def _locked(window: Window) -> Iterator[str]:
    window.app.settings.change(lock_secret=hashed(SECRET))
    window.trigger("lock_now")
    dialog = window.app.lock.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.line, "guess")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    yield "locked, and a passphrase that is wrong"
    dialog.accept()
    window.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def _case_mix(parent: QWidget) -> QDialog:
    rules, card = make_rules(), make_card()
    names = {entry.code: entry.shown_name for entry in card.classes}
    return CaseMixDialog(CaseMixQuestion(names, rules.prevalence, None), parent)


def _send(parent: QWidget) -> QDialog:
    host = "https://archive.example.org"
    return SendDialog(images="2", host=host, all_dicom=False, parent=parent)


def _unlock(parent: QWidget) -> QDialog:
    dialog = OpenDialog(parent)
    dialog.line.setText(SECRET)
    dialog.open_button.click()
    return dialog


def _protect(parent: QWidget, *, sealed: bool, remove: bool = False) -> QDialog:
    dialog = ProtectDialog(sealed=sealed, server=True, parent=parent)
    dialog.remove.setChecked(remove)
    dialog.first.setText("short")
    return dialog


_DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "send findings": _send,
    "the cases' passphrase is asked for": _unlock,
    "protect cases": lambda parent: _protect(parent, sealed=False),
    "change the passphrase": lambda parent: _protect(parent, sealed=True),
    "remove the protection": lambda parent: _protect(parent, sealed=True, remove=True),
    "the case mix": _case_mix,
}
