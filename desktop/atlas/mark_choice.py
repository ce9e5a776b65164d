"""Chooses favourites and collections to narrow the atlas by; several at once show all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from desktop.language.words import count, tr


class MarkEntry(NamedTuple):
    """One of them.

    Parameters
    ----------
    key : str
        What it is known by.
    name : str
        What the user calls it.
    items : int
        How many images it has in the atlas.
    """

    key: str
    name: str
    items: int


class MarkChoice(QComboBox):
    """Looks as the other choices, but opens a menu whose entries can be ticked.

    It is not seen while there are none.

    Parameters
    ----------
    parent : QWidget
        As for any widget.
    """

    wanted = Signal()
    """Others are chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[MarkEntry, ...] = ()
        self._actions: dict[str, QAction] = {}
        self.offered = QMenu(self)
        self.addItem("")
        self.hide()
        self._say()

    @property
    def chosen(self) -> frozenset[str]:
        """Keys of those that are chosen; none for all images."""
        return frozenset(key for key, action in self._actions.items() if action.isChecked())

    def offer(self, entries: Iterable[MarkEntry]) -> None:
        """Offer these; what was chosen and is still there stays so."""
        chosen, self._entries = self.chosen, tuple(entries)
        self.offered.clear()
        self._actions = {one.key: self._offered(one, chosen) for one in self._entries}
        self.setVisible(bool(self._entries))
        self._say()

    def choose(self, keys: Iterable[str]) -> None:
        """Choose these and no others, without a word."""
        wanted = set(keys)
        for key, action in self._actions.items():
            action.setChecked(key in wanted)
        self._say()

    def showPopup(self) -> None:
        """Open the menu."""
        self.offered.setMinimumWidth(self.width())
        self.offered.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _offered(self, entry: MarkEntry, chosen: frozenset[str]) -> QAction:
        words = tr("{name} ({n:,})", name=entry.name.replace("&", "&&"), n=entry.items)
        action = self.offered.addAction(words)
        action.setCheckable(True)
        action.setChecked(entry.key in chosen)
        action.triggered.connect(self._tell)
        return action

    def _tell(self) -> None:
        self._say()
        self.wanted.emit()

    def _say(self) -> None:
        named = [one.name for one in self._entries if one.key in self.chosen]
        words = tr("All images")
        if len(named) == 1:
            words = named[0]
        elif named:
            words = count("{n} collection", "{n} collections", n=len(named))
        self.setItemText(0, words)
        self.setAccessibleName(tr("Favourites and collections"))
