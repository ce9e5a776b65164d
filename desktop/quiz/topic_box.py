"""Chooses diagnoses: any number of them, none for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.language.words import tr
from desktop.shell.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable


class TopicBox(QWidget):
    """A box to tick for each diagnosis.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Diagnoses"))
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout()
        self.setLayout(self._flow)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Codes of those that are ticked."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The boxes, in their order."""
        return tuple(self._boxes.values())

    def offer(self, values: Iterable[tuple[str, str]], *, chosen: Iterable[str]) -> None:
        """Offer these, by words and code, some of them as chosen."""
        ticked = set(chosen)
        for old in self._boxes.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._boxes = {}
        for words, code in values:
            box = self._boxes[code] = QCheckBox(words.replace("&", "&&"), self)
            box.setChecked(code in ticked)
            box.toggled.connect(self.changed)
            self._flow.addWidget(box)
            box.show()
        self.updateGeometry()
