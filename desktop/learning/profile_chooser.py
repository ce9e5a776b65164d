"""Chooses who learns, or begins a new profile; every place about learning has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.atlas.filter_bar import Choice
from desktop.language.words import tr
from desktop.shell.flow import FlowLayout
from desktop.shell.keys import ENTER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from desktop.learning.profiles import Profiles

_MOST = 200  # letters of a name, as the store has them
_LETTERS = 28
_ROOM = 24  # pixels around words in a line


class ProfileChooser(QWidget):
    """A list of those who learn here, and a line to write a new name into.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    chosen = Signal(str)
    """Identifier of the profile that the user wants."""
    added = Signal(str)
    """Name of a profile that the user wants to begin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = Choice(tr("Who learns"), self)
        self.list.wanted.connect(lambda: self.chosen.emit(str(self.list.value)))
        self.new = self._button(tr("New profile"), tr("Somebody else learns on this computer"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(tr("Your name"))
        self.name.setPlaceholderText(tr("Your name, as you like it"))
        self.name.setMaxLength(_MOST)
        self.begin = self._button(tr("Begin profile"), tr("Answers are kept under this name, here"))
        self.cancel = self._button(tr("Cancel"), "")
        self.new.clicked.connect(self._write)
        self.begin.clicked.connect(self._add)
        self.cancel.clicked.connect(self._stop)
        self.name.returnPressed.connect(self._add)
        self.name.textChanged.connect(lambda words: self.begin.setEnabled(bool(words.strip())))
        self._several = False
        self._lay_out()
        self._show(writing=True)

    def show_profiles(self, profiles: Iterable[tuple[str, str]], *, chosen: str) -> None:
        """Offer these, by name and identifier; without any, a name is asked for."""
        values = list(profiles)
        self._several = bool(values)
        self.list.offer(values, chosen=chosen)
        self.name.clear()
        had_focus = self.name.hasFocus() or self.begin.hasFocus()
        self._show(writing=not values)
        if had_focus and values:
            self.list.setFocus()

    def put_beside(self, buttons: Iterable[QPushButton]) -> None:
        """Show more that can be done about whoever is chosen."""
        layout = self.layout()
        for button in buttons:
            button.setParent(self)
            button.setFixedHeight(self.name.sizeHint().height())
            if layout is not None:
                layout.addWidget(button)

    @property
    def writing(self) -> bool:
        """Whether a name is being written."""
        return not self.name.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line where a name is written; whoever begins a profile begins nothing else."""
        if event.key() in ENTER and self.writing:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.writing and self._several:
            self._stop()
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        self._show(writing=True)
        self.name.setFocus()

    def _stop(self) -> None:
        self.name.clear()
        self._show(writing=False)
        self.list.setFocus()

    def _add(self) -> None:
        if self.name.text().strip():
            self.added.emit(self.name.text())

    def _show(self, *, writing: bool) -> None:
        for widget in (self.name, self.begin):
            widget.setVisible(writing)
        for other in (self.list, self.new):
            other.setVisible(not writing)
        self.cancel.setVisible(writing and self._several)
        self.begin.setEnabled(bool(self.name.text().strip()))

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "small")
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        hint = metrics.horizontalAdvance(self.name.placeholderText()) + _ROOM
        self.name.setFixedWidth(max(metrics.averageCharWidth() * _LETTERS, hint))
        height = self.name.sizeHint().height()
        layout = FlowLayout()
        for widget in (self.list, self.new, self.name, self.begin, self.cancel):
            widget.setFixedHeight(height)
            layout.addWidget(widget)
        self.setLayout(layout)


class _Link(QObject):
    """Goes with its chooser, however long those who learn are kept in mind."""

    def __init__(self, chooser: ProfileChooser, profiles: Profiles) -> None:
        super().__init__(chooser)
        self._chooser = chooser
        self._profiles = profiles
        profiles.changed.connect(self.show)
        chooser.chosen.connect(profiles.choose)
        chooser.added.connect(profiles.add)

    def show(self) -> None:
        """Show who is there."""
        profiles = self._profiles
        if profiles.known:
            current = "" if profiles.current is None else profiles.current.id
            everybody = [(one.name, one.id) for one in profiles.everybody]
            self._chooser.show_profiles(everybody, chosen=current)


def join(chooser: ProfileChooser, profiles: Profiles) -> None:
    """Keep a chooser and those who learn in step, and have them read."""
    _Link(chooser, profiles).show()
    profiles.want()
