"""A user of the real window: what can be seen of it, and the few things that a hand does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox

from benchmarks.soak.answers import Answers
from benchmarks.soak.stage import Stage
from desktop.composition import App
from desktop.shell.background import Background
from desktop.shell.window import MainWindow

Condition = Callable[[], bool]
Act = Iterator[Condition]
"""Does a step whenever it is asked for what it waits for next."""
_T = TypeVar("_T")


class Stuck(RuntimeError):
    """The script cannot go on: what it waited for did not come."""


class User:
    """Somebody before the screen.

    Parameters
    ----------
    stage : Stage
        What there is to be opened.
    answers : Answers
        To the system's dialogs.
    dice : Random
        Chooses.
    """

    def __init__(self, stage: Stage, answers: Answers, dice: Random) -> None:
        self.stage = stage
        self.answers = answers
        self.dice = dice
        self.doing = ""

    @property
    def app(self) -> App:
        """What is behind the window that is seen; another one after each change of language."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                found = window.findChild(App)
                if isinstance(found, App) and hasattr(found, "lock"):
                    return found
        raise Stuck("no window is open")

    def does(self, name: str) -> None:
        """Choose an entry of the menus, which must be offered."""
        action = self.app.actions[name]
        if not action.isEnabled():
            raise Stuck(f"{name} is not offered")
        action.trigger()

    def may(self, name: str) -> None:
        """Choose an entry of the menus, if it is offered."""
        action = self.app.actions[name]
        if action.isEnabled():
            action.trigger()

    def saves(self) -> None:
        """Accept the dialog that is open."""
        box = self.dialog.findChild(QDialogButtonBox)
        if not isinstance(box, QDialogButtonBox):
            raise Stuck("a dialog has no buttons")
        box.button(QDialogButtonBox.StandardButton.Save).click()

    @property
    def dialog(self) -> QDialog:
        """The dialog that is open."""
        found = _dialogs()
        if not found:
            raise Stuck("no dialog is open")
        return found[-1]

    def asked(self) -> bool:
        """Whether a dialog is open."""
        return bool(_dialogs())

    def unasked(self) -> bool:
        """Whether none is."""
        return not _dialogs()

    def quiet(self) -> bool:
        """Whether nothing is on its way."""
        app = self.app
        busy = any(one.busy for one in app.window.findChildren(Background))
        look = app.session.unfinished == 0 and app.presenter.settled
        return not busy and not app.learning.busy and look and self._places_quiet(app)

    def _places_quiet(self, app: App) -> bool:
        presenters = (
            app.cases.presenter,
            app.following.presenter,
            app.atlas.presenter,
            app.quiz.presenter,
            app.quiz.beginning,
            app.quiz.starting,
            app.progress.presenter,
        )
        return all(one is None or one.settled for one in presenters)


def there(value: _T | None) -> _T:
    """Return what has to be there by now.

    Raises
    ------
    Stuck
        If it is not.
    """
    if value is None:
        raise Stuck("a part of the window is not there")
    return value


def _dialogs() -> list[QDialog]:
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, QDialog) and one.isVisible()]
