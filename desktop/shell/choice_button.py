"""A button that says what is chosen, and opens a menu of what else may be."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.shell.choice_menu import Choice, ChoiceMenu


class ChoiceButton(QToolButton):
    """Chooses one of a few values.

    Parameters
    ----------
    name : str
        Of what is chosen.
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    value : str
        Of the choice.
    """

    chosen = Signal(str)
    """Value of what the user wants."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.value = ""
        self.choices: tuple[Choice, ...] = ()
        self.offered = ChoiceMenu(name, self)
        self.offered.chosen.connect(self.choose)
        self.setMenu(self.offered)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_choices(self, choices: Iterable[Choice], *, chosen: str) -> None:
        """Offer these, one of them as chosen."""
        self.choices, self.value = tuple(choices), chosen
        self.offered.show_choices(self.choices, chosen=chosen)
        self._say()

    def choose(self, value: str) -> None:
        """Choose as the user does."""
        if value != self.value:
            self.value = value
            self._say()
            self.chosen.emit(value)

    def _say(self) -> None:
        words = next((one.text for one in self.choices if one.value == self.value), self.value)
        label = f"{self._name}: {words[:1].lower()}{words[1:]}"
        self.setText(label)
        self.setAccessibleName(label)
