"""The places of the window, of which one is seen at a time; each stays as it was left."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.actions import Actions


class Place(StrEnum):
    """The places, in the order of the rail; the value is the end of its action's id."""

    LOOK = "look"
    CASES = "cases"
    BATCH = "batch"
    ATLAS = "atlas"
    QUIZ = "quiz"
    PROGRESS = "progress"


class Places(QObject):
    """Which place is seen.

    Parameters
    ----------
    actions : Actions
        Of which those named ``place_…`` show where the user is.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    current : Place
        The one that is seen.
    stack : QStackedWidget
        Holds all that have been entered.
    """

    changed = Signal(object)
    """Place that is about to be seen: the time to furnish it."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = Place.LOOK
        self.stack = QStackedWidget()
        self._actions = actions
        self._widgets: dict[Place, QWidget] = {}

    def add(self, place: Place, widget: QWidget) -> None:
        """Give a place its widget."""
        self._widgets[place] = widget
        self.stack.addWidget(widget)

    def show(self, place: Place) -> None:
        """Go to a place."""
        self._actions.check(f"place_{place}")
        if place is not self.current:
            self.current = place
            self.changed.emit(place)
            self.stack.setCurrentWidget(self._widgets[place])
