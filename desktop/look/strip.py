"""The filmstrip with its head: how many images there are, how far the work is, and its end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.language.words import count, tr
from desktop.look.filmstrip import Filmstrip
from desktop.look.words import REWEIGHTED_SIGN, images_words
from desktop.shell.parts import plain_label, rule


class Strip(QFrame):
    """Filmstrip and progress.

    Parameters
    ----------
    filmstrip : Filmstrip
        The images.
    parent : QWidget, optional
        As for any widget.
    """

    cancelled = Signal()

    def __init__(self, filmstrip: Filmstrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self._words = plain_label(self)
        self._words.setProperty("kind", "quiet")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(tr("Progress of the analyses"))
        mark = tr("{sign} re-weighted to the stated case mix", sign=REWEIGHTED_SIGN)
        self._mark = plain_label(self, mark)
        self._mark.setProperty("kind", "quiet")
        self._mark.hide()
        self._cancel = QPushButton(tr("Cancel"), self)
        self._cancel.setToolTip(tr("Stop analysing; findings that are there stay (Ctrl+.)"))
        self._cancel.setProperty("kind", "small")
        self._cancel.clicked.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule(self))
        layout.addLayout(self._head())
        layout.addWidget(filmstrip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_progress(0, 0, images=0)

    def show_progress(self, finished: int, total: int, *, images: int) -> None:
        """Say how far the work is; the bar and the button are there only while there is some."""
        busy = finished < total
        self._words.setText(_progress(finished, total) if busy else images_words(images))
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(finished)
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)

    @property
    def says_reweighted(self) -> bool:
        """Whether the sign behind percentages is explained."""
        return self._mark.isVisibleTo(self)

    def show_reweighted(self, reweighted: bool) -> None:  # noqa: FBT001  # one way or the other
        """Say what the sign behind percentages means, or that there is none."""
        self._mark.setVisible(reweighted)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(16)
        # Kept as high as the button, so that nothing jumps when the button comes and goes.
        self._words.setMinimumHeight(self._cancel.sizeHint().height())
        for widget in (self._words, self._bar, self._cancel):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        return head


def _progress(finished: int, total: int) -> str:
    return count(
        "{done:,} of {n:,} image analysed",
        "{done:,} of {n:,} images analysed",
        n=total,
        done=finished,
    )
