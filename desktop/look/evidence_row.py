"""One group of held-out lesions: how many findings were right, as words and as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.look.share_bar import ShareBar
from desktop.shell.fonts import bold
from desktop.shell.parts import text, unbroken

if TYPE_CHECKING:
    from core.report.evidence_rows import EvidenceRow


class EvidenceRowView(QWidget):
    """Shows an `EvidenceRow`.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._count, self._words = text(self), text(self), text(self, quiet=True)
        self._title.setFont(bold(self._title.font()))
        self._count.setWordWrap(False)
        self._count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.bar = ShareBar(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._count, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.bar, 1, 0, 1, 2)
        grid.addWidget(self._words, 2, 0, 1, 2)

    def show_row(self, row: EvidenceRow) -> None:
        """Show another group."""
        self._title.setText(unbroken(row.title))
        self._count.setText(row.count)
        self._words.setText(unbroken(row.words))
        there = row.share is not None and row.interval is not None
        self.bar.setVisible(there)
        if row.share is not None and row.interval is not None:
            self.bar.show_share(row.share, row.interval)
