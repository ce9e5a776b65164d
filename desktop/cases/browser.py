"""The left column of the place: search, filters, how many, and the lesions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.cases.filter_bar import FilterBar
from desktop.cases.filters import Filters
from desktop.cases.lesion_list import LesionList
from desktop.cases.lesion_view import LesionView
from desktop.language.words import tr
from desktop.shell.parts import MARGIN, inset, text


class Browser(QFrame):
    """Finds lesions.

    Parameters
    ----------
    whole : bool
        Whether all filters are there, and several lesions can be chosen.
    parent : QWidget, optional
        As for any widget.
    """

    asked = Signal()
    """The user wants to find something else: see `filters`."""

    def __init__(self, *, whole: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.setMinimumWidth(240)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search cases"))
        self.search.setAccessibleName(tr("Search cases"))
        self.search.setToolTip(tr("Words in patient, lesion, notes or diagnoses, in any order"))
        self.search.setClearButtonEnabled(True)
        self.bar = FilterBar(whole=whole, parent=self)
        self.sites = self.bar.sites
        self.lesions = LesionList(self)
        self.view = LesionView(self.lesions, several=whole, parent=self)
        self._count = text(self, quiet=True)
        self.search.textChanged.connect(self.asked)
        self.bar.changed.connect(self.asked)
        self._lay_out()

    @property
    def filters(self) -> Filters:
        """What is searched for."""
        return self.bar.filters(self.search.text())

    @property
    def is_blank(self) -> bool:
        """Whether everything is to be found."""
        return self.filters == Filters()

    def add_button(self, button: QPushButton) -> None:
        """Offer something below the list."""
        self._layout.addLayout(inset(button))
        self._layout.addSpacing(8)

    def show_count(self, words: str) -> None:
        """Say how many there are."""
        self._count.setText(words)

    def show_none(self, why: str) -> None:
        """Show no lesion, and why."""
        self.lesions.show_first([], total=0)
        self.show_count(why)

    def _lay_out(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(inset(self.search))
        layout.addWidget(self.bar)
        layout.addLayout(inset(self._count))
        layout.addWidget(self.view, 1)
