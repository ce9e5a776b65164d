"""Locks and unlocks the program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.language.words import mark, tr
from desktop.lock.idle import IdleWatch
from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from desktop.lock.cover import Cover, LockDialog
    from desktop.lock.settings_dialog import LockAnswer
    from desktop.shell.actions import Handler
    from desktop.shell.settings import SettingsStore
    from desktop.shell.window import MainWindow

_MINUTE_MS = 60_000
_CHOOSE_FIRST = mark("Choose a passphrase first: File, Lock after a while.")


class LockPart(QObject):
    """The lock.

    Parameters
    ----------
    window : MainWindow
        What is covered, with all other windows of the program.
    settings : SettingsStore
        After how long, and what is kept of the passphrase.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, window: MainWindow, *, settings: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._covers: list[Cover] = []
        self.dialog: LockDialog | None = None
        self._watch = IdleWatch(self)
        self._watch.idle.connect(self.lock)
        self._watch_as_set()

    @property
    def locked(self) -> bool:
        """Whether it is locked."""
        return self.dialog is not None

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf({"lock_now": self.lock, "lock_after": self._ask})

    def lock(self) -> None:
        """Cover everything until the passphrase is typed."""
        if self.locked:
            return
        if not self._settings.current.lock_secret:
            self.said.emit(tr(_CHOOSE_FIRST))
            return
        from desktop.lock.cover import Cover, LockDialog
        from desktop.lock.passphrase import matches

        kept = self._settings.current.lock_secret
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.isWindow():
                self._covers.append(Cover(window))
        self.dialog = LockDialog(lambda typed: matches(typed, kept), self._window)
        self.dialog.accepted.connect(self._unlock)
        self.dialog.open()
        self.dialog.raise_()

    def _unlock(self) -> None:
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self._covers.clear()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
        self._watch_as_set()

    def _ask(self) -> None:
        from desktop.lock.settings_dialog import LockSettingsDialog
        from desktop.policy.applying import hold

        current = self._settings.current
        dialog = LockSettingsDialog(
            minutes=current.lock_minutes, known=bool(current.lock_secret), parent=self._window
        )
        hold(dialog.minutes, fixed="lock_minutes" in self._settings.policy.fixed)
        dialog.accepted.connect(lambda: self._take(dialog.answer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, answer: LockAnswer) -> None:
        from desktop.lock.passphrase import hashed

        if answer.passphrase is not None:
            self._settings.change(lock_secret=hashed(answer.passphrase))
        self._settings.change(lock_minutes=answer.minutes)
        self._watch_as_set()

    def _watch_as_set(self) -> None:
        current = self._settings.current
        self._watch.watch(current.lock_minutes * _MINUTE_MS if current.lock_secret else 0)
