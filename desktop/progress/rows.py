"""A heading with rows below it: what it is, how it is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.shell.parts import MARGIN, heading, show_words, text, unbroken

Row = tuple[str, str]


class Rows(QWidget):
    """Rows below a heading; where there are none, nothing is seen of it.

    Parameters
    ----------
    title : str
        The heading.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = heading(self, factor=1.15)
        self._head.setText(title)
        self._words = text(self)
        self._words.hide()
        self._body: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self._words)

    def show_rows(
        self,
        rows: Iterable[Row],
        *,
        words: str = "",
        buttons: Sequence[Sequence[QPushButton]] = (),
    ) -> None:
        """Show these in the place of others.

        Parameters
        ----------
        rows : iterable of (str, str)
            What it is, and how it is.
        words : str
            What stands above them.
        buttons : sequence of sequence of QPushButton
            For each row; they become its own.
        """
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        found = list(rows)
        self._body = self._filled(found, buttons)
        self._layout.addWidget(self._body)
        show_words(self._words, words)
        self.setVisible(bool(found))

    def _filled(self, rows: Sequence[Row], buttons: Sequence[Sequence[QPushButton]]) -> QWidget:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(8)
        for row, (what, how) in enumerate(rows):
            grid.addWidget(text(body, what), row, 0)
            grid.addWidget(text(body, unbroken(how)), row, 1)
            if row < len(buttons):
                grid.addLayout(_beside(buttons[row]), row, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return body


def _beside(buttons: Iterable[QPushButton]) -> QHBoxLayout:
    box = QHBoxLayout()
    box.setSpacing(8)
    for button in buttons:
        box.addWidget(button)
    return box
