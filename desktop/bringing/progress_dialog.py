"""Says how far a long work is, and lets it be paused and ended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from desktop.language.words import mark, tr
from desktop.shell.dialog_parts import dialog_button, row_at_end
from desktop.shell.parts import MARGIN, text

_WIDTH: Final = 440
_MEANWHILE: Final = mark("You can go on working meanwhile.")


class ProgressDialog(QDialog):
    """The dialog, which leaves the window usable; closing it ends the work.

    Parameters
    ----------
    title, words : str
        What is done, in a few words and in a sentence.
    parent : QWidget, optional
        As for any widget.
    """

    pause_wanted = Signal()
    going_on_wanted = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.said = text(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.pause = dialog_button(self, tr("&Pause"))
        self.cancel = dialog_button(self, tr("&Cancel"))
        self._paused = False
        self.pause.clicked.connect(self._turn)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(words)
        self.show_progress("", 0, 0)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Show how far it is; a total of 0 where that is not known yet."""
        self.said.setText(words or tr("Beginning…"))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_paused(self, *, paused: bool) -> None:
        """Show whether it rests."""
        self._paused = paused
        self.pause.setText(tr("&Go on") if paused else tr("&Pause"))
        if paused:
            self.said.setText(tr("Paused. What is done is kept, also when Lentigo is closed."))
            self.bar.setMaximum(max(1, self.bar.maximum()))  # else it would go on moving

    def _turn(self) -> None:
        (self.going_on_wanted if self._paused else self.pause_wanted).emit()

    def _lay_out(self, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(text(self, words))
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        layout.addSpacing(8)
        layout.addWidget(text(self, tr(_MEANWHILE), quiet=True))
        layout.addStretch(1)
        layout.addLayout(row_at_end(self.pause, self.cancel))
        self.setMinimumWidth(_WIDTH)
