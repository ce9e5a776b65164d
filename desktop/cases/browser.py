"""The left column of the place: search, filter, how many, and the lesions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.cases.fields import BodySite
from desktop.cases.lesion_list import LesionList
from desktop.cases.lesion_view import LesionView
from desktop.shell.parts import MARGIN, inset, text

_EVERYWHERE = "All places on the body"


class Browser(QFrame):
    """Finds lesions.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    asked = Signal()
    """The user wants to find something else: see `words` and `site`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.setMinimumWidth(240)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search cases")
        self.search.setAccessibleName("Search cases")
        self.search.setToolTip("Words in patient, lesion, notes or diagnoses, in any order")
        self.search.setClearButtonEnabled(True)
        self.sites = QComboBox(self)
        self.sites.setAccessibleName("Place on the body")
        self.sites.addItem(_EVERYWHERE, None)
        for site in BodySite:
            self.sites.addItem(site.capitalize(), site)
        self.lesions = LesionList(self)
        self.view = LesionView(self.lesions, self)
        self._count = text(self, quiet=True)
        self.search.textChanged.connect(self.asked)
        self.sites.currentIndexChanged.connect(self.asked)
        self._lay_out()

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.search.text()

    @property
    def site(self) -> BodySite | None:
        """Where on the body; None is everywhere."""
        chosen = self.sites.currentData()
        return None if chosen is None else BodySite(chosen)

    @property
    def is_blank(self) -> bool:
        """Whether everything is to be found."""
        return not self.words.strip() and self.site is None

    def add_button(self, button: QPushButton) -> None:
        """Offer something below the list."""
        self._layout.addLayout(inset(button))
        self._layout.addSpacing(8)

    def show_count(self, words: str) -> None:
        """Say how many there are."""
        self._count.setText(words)

    def _lay_out(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.setSpacing(8)
        for widget in (self.search, self.sites, self._count):
            layout.addLayout(inset(widget))
        layout.addWidget(self.view, 1)
