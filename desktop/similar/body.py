"""The part "Similar images": a sentence, the list, and whose images they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language.words import tr
from desktop.shell.parts import show_words, text
from desktop.similar.content import Offer, SimilarContent
from desktop.similar.list import SimilarList
from desktop.similar.rows import SimilarRows

_MOST_NOTES = 2


class SimilarBody(QWidget):
    """Shows a `SimilarContent`.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    rows : SimilarRows
        What the list shows.
    notes : str
        What is to be said wherever one of the images is shown.
    """

    offer_taken = Signal()
    grown = Signal()
    """Labelled images have come."""
    others_wanted = Signal()
    """Whether only those of another diagnosis are wanted has changed."""
    opened = Signal(int)
    """Row of the image that the user wants to see large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = SimilarRows(self)
        self.list = SimilarList(self.rows, self)
        self.list.opened.connect(self.opened)
        self._sentence = text(self)
        self._sentence.setAccessibleDescription(tr("Similar images in a sentence"))
        self.others = QCheckBox(tr("Only of another diagnosis"), self)
        self.others.setToolTip(tr("Leave out those with the diagnosis that the model has found"))
        self.others.toggled.connect(lambda _: self.others_wanted.emit())
        self._notes = [text(self, quiet=True) for _ in range(_MOST_NOTES)]
        self._button = QPushButton(self)
        self._button.clicked.connect(self.offer_taken)
        self._lay_out()
        self.show_content(SimilarContent(""))

    def show_content(self, content: SimilarContent) -> None:
        """Show what was found, or why nothing can be."""
        self.notes = "\n".join(content.notes)
        show_words(self._sentence, content.sentence)
        self.others.setVisible(content.narrowable)
        self.rows.set_rows(content.rows)
        self.list.setVisible(bool(content.rows))
        if content.rows:
            self.grown.emit()
        for place, label in enumerate(self._notes):
            show_words(label, content.notes[place] if place < len(content.notes) else "")
        self._button.setText(tr(content.offer.value))
        self._button.setVisible(content.offer is not Offer.NOTHING)

    def _lay_out(self) -> None:
        button = QHBoxLayout()
        button.addWidget(self._button)
        button.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._sentence)
        layout.addLayout(button)
        layout.addWidget(self.others)
        layout.addWidget(self.list)
        for label in self._notes:
            layout.addWidget(label)
