"""The answers to "how sure?", each under its own small heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.shell.fonts import bold
from desktop.shell.parts import text, unbroken

if TYPE_CHECKING:
    from core.report.trust_details import Detail


class HowSure(QWidget):
    """Shows details of trust; its labels are made once and used again.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_details(self, details: Sequence[Detail]) -> None:
        """Show some answers."""
        while len(self._labels) < len(details):
            self._labels.append(self._add_labels())
        for place, (title, words) in enumerate(self._labels):
            there = place < len(details)
            title.setVisible(there)
            words.setVisible(there)
            if there:
                title.setText(details[place].title)
                words.setText(unbroken(details[place].words))

    def _add_labels(self) -> tuple[QLabel, QLabel]:
        title, words = text(self), text(self)
        title.setFont(bold(title.font()))
        words.setContentsMargins(0, 0, 0, 12)
        self._layout.addWidget(title)
        self._layout.addWidget(words)
        return title, words
