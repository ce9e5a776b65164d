"""What lies over the picture while a slow heat map is computed: how far it is, and a way out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QPushButton, QWidget

from core.wording import per_hundred
from desktop.language.words import tr
from desktop.shell.parts import plain_label, unbroken

_PATIENCE_MS: Final = 250
"""What takes no longer than that comes without a card, which would only flicker."""
_WIDTH: Final = 320


class WorkCard(QFrame):
    """Says what is computed and how far it is.

    Parameters
    ----------
    stop : QAction
        Ends it.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, stop: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Computing a heat map"))
        self._words = plain_label(self)
        self._words.setWordWrap(True)
        self._percent = plain_label(self)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        self._lay_out(stop)
        self.hide()

    def show_work(self, words: str) -> None:
        """Begin to wait for something of which it is not known yet how long it takes."""
        self._words.setText(words)
        self._percent.setText("")
        self._bar.setRange(0, 0)
        # Where it lies over the picture, no layout gives wrapped words the height they need.
        self.setFixedSize(_WIDTH, self._arranged.totalHeightForWidth(_WIDTH))
        if not self.isVisible():
            self._timer.start()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        if total > 1:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._percent.setText(unbroken(per_hundred(str(100 * done // total))))

    def end(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    @property
    def spoken(self) -> str:
        """What it says; empty while it is not shown."""
        shown = not self.isHidden()
        return f"{self._words.text()} {self._percent.text()}".strip() if shown else ""

    def _lay_out(self, stop: QAction) -> None:
        button = QPushButton(tr("Cancel"), self)
        button.setProperty("kind", "small")
        button.setToolTip(stop.toolTip())
        button.setAccessibleName(tr("Cancel the heat map"))
        button.clicked.connect(stop.trigger)
        layout = self._arranged = QGridLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(8)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._words, 0, 0, 1, 3)
        layout.addWidget(self._bar, 1, 0)
        layout.addWidget(self._percent, 1, 1)
        layout.addWidget(button, 1, 2)
