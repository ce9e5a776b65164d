"""A submenu whose entries are known only when the model is: one of them is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.shell.plain_tip import plain_tip


class Choice(NamedTuple):
    """One entry.

    Parameters
    ----------
    value, text, tip : str
        What it stands for, what it says, and one sentence about it.
    """

    value: str
    text: str
    tip: str


class ChoiceMenu(QMenu):
    """Offers choices; without any, it cannot be opened.

    Parameters
    ----------
    title : str
        With its mnemonic.
    parent : QWidget, optional
        As for any widget.
    """

    chosen = Signal(str)
    """Value of the entry that the user wants."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._group = QActionGroup(self)
        self._group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setToolTipsVisible(True)
        self.menuAction().setEnabled(False)
        self._withheld = False

    def show_choices(self, choices: Iterable[Choice], *, chosen: str) -> None:
        """Offer these, one of them as chosen."""
        self.clear()
        for choice in choices:
            action = self.addAction(choice.text)
            action.setToolTip(plain_tip(choice.tip))
            action.setStatusTip(choice.tip)
            action.setCheckable(True)
            action.setChecked(choice.value == chosen)
            action.setData(choice.value)
            self._group.addAction(action)
        self.menuAction().setEnabled(not self.isEmpty() and not self._withheld)

    def withhold(self, why: str) -> None:
        """Never offer it, and say why."""
        self._withheld = True
        self.menuAction().setEnabled(False)
        self.menuAction().setToolTip(plain_tip(why))
