"""One lesion on the patient's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.cases.image_cells import ImageCells
from desktop.cases.time_line import TimeLine
from desktop.shell.parts import MARGIN, heading, inset, rule, text

if TYPE_CHECKING:
    from desktop.cases.page_content import LesionSection

_NO_IMAGES = "No images yet."


class SectionView(QWidget):
    """Name, diagnoses, time line and notes of a lesion.

    Parameters
    ----------
    section : LesionSection
        What to show.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal(object)
    """ImageCell that the user wants to look at."""
    image_unwanted = Signal(object)
    """ImageCell that the user wants to delete."""
    unwanted = Signal(object)
    """LesionSection that the user wants to delete."""

    def __init__(self, section: LesionSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.cells = ImageCells(section.cells, self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, MARGIN)
        self._layout.setSpacing(8)
        self._layout.addWidget(rule(self))
        title = heading(self, factor=1.15)
        title.setText(section.title)
        self._layout.addLayout(self._head(title))
        for words in section.diagnoses:
            self._layout.addLayout(inset(text(self, words)))
        self._add_images()
        for words in section.notes:
            self._layout.addLayout(inset(text(self, words)))

    def _head(self, title: QLabel) -> QHBoxLayout:
        delete = QPushButton("Delete…", self)
        delete.setProperty("kind", "small")
        delete.setAccessibleName(f"Delete {self.section.lesion.label}")
        delete.setToolTip("Delete the lesion with its images, for good")
        delete.clicked.connect(lambda: self.unwanted.emit(self.section))
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(title, 1)
        head.addWidget(delete)
        return head

    def _add_images(self) -> None:
        if not len(self.cells):
            self._layout.addLayout(inset(text(self, _NO_IMAGES, quiet=True)))
            return
        line = TimeLine(self.cells, name=self.section.title, parent=self)
        line.opened.connect(self.opened)
        line.unwanted.connect(self.image_unwanted)
        self._layout.addWidget(line)
