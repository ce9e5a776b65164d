"""Which answers are counted: since when, and about which atlas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from desktop.atlas.filter_bar import Choice
from desktop.language.words import tr
from desktop.progress.wish import Span, Wish
from desktop.progress.words import SPANS
from desktop.shell.flow import FlowLayout


class WishBar(QWidget):
    """Two choices.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.span = Choice(tr("Time"), self)
        self.atlas = Choice(tr("Atlas"), self)
        self.span.offer(((tr(words), one) for one, words in SPANS.items()), chosen=Span.ALL)
        self.offer((), Wish())
        layout = FlowLayout()
        for choice in (self.span, self.atlas):
            choice.wanted.connect(self.changed)
            layout.addWidget(choice)
        self.setLayout(layout)

    @property
    def wish(self) -> Wish:
        """What is wanted."""
        span, atlas = self.span.value, self.atlas.value
        return Wish(span if isinstance(span, Span) else Span.ALL, str(atlas or ""))

    def offer(self, atlases: Sequence[str], wish: Wish) -> None:
        """Offer atlases, and show what is wanted; one that is wanted is always offered."""
        names = sorted({*atlases, wish.atlas} - {""})
        values = [(tr("All atlases"), ""), *((one, one) for one in names)]
        with QSignalBlocker(self.span):
            self.span.choose(wish.span)
        self.atlas.offer(values, chosen=wish.atlas)
        self.atlas.setVisible(len(names) > 1 or bool(wish.atlas))
