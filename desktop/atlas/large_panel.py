"""Beside the large picture: what it shows, what to look for, what is like it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.language.words import mark, tr
from desktop.shell.fonts import bold
from desktop.shell.parts import MARGIN, button_of, heading, rule, show_words, text
from desktop.shell.plain_tip import plain_tip
from desktop.shell.scrolled import scroll_by_keys, width_beside
from desktop.similar.list import SimilarList
from desktop.similar.rows import SimilarRows

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.atlas.large_content import LargeContent

_WIDTH: Final = 344
_LOW: Final = 160
_WHY_NOT: Final = mark(
    "This atlas has no embeddings, by which they are found. “Build an atlas” of its folder, with "
    "the model, makes one that has."
)


class LargePanel(QScrollArea):
    """Shows a `LargeContent`.

    Parameters
    ----------
    model : QAction
        Asks the model.
    parent : QWidget, optional
        As for any widget.
    """

    others_wanted = Signal(bool)
    """Whether only look-alikes of another diagnosis are wanted."""

    def __init__(self, model: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = self._body = QWidget(self)
        self.title = heading(body, factor=1.3)
        self.tag = _strong(body)
        self.facts, self.credit = text(body), text(body, quiet=True)
        self.look_for = _strong(body, tr("What to look for"))
        self.criteria, self.sources = text(body), text(body, quiet=True)
        self.like = _strong(body, tr("Similar images"))
        self.others = QCheckBox(tr("Only of another diagnosis"), body)
        self.others.toggled.connect(self.others_wanted)
        self.rows = SimilarRows(self)
        self.similar = SimilarList(self.rows, body)
        self.nothing = text(body, quiet=True)
        self.why_not = text(body, tr(_WHY_NOT), quiet=True)
        self.ask = button_of(model, small=True)
        self.said = text(body)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Be as wide as reads well; the rest is the picture's."""
        needed = self.minimumSizeHint()
        return QSize(max(_WIDTH, needed.width()), needed.height())

    def minimumSizeHint(self) -> QSize:
        """Need room for the longest word or button, however low it is."""
        return QSize(self._body.minimumSizeHint().width() + width_beside(self), _LOW)

    def show_content(self, content: LargeContent) -> None:
        """Show what is known of an item."""
        self.title.setText(content.cell.title)
        show_words(self.tag, tr("Counted as malignant") if content.cell.malignant else "")
        show_words(self.facts, "\n".join(content.facts))
        self.facts.setToolTip(plain_tip(str(content.item.path)))
        show_words(self.credit, content.credit)
        lines = [tr("{name}: {text}", name=name, text=words) for name, words in content.criteria]
        show_words(self.criteria, "\n".join(f"• {line}" for line in lines))
        self.look_for.setVisible(bool(lines))
        show_words(self.sources, tr("After {sources}", sources=content.sources) if lines else "")
        self.verticalScrollBar().setValue(0)

    def show_similar_part(self, *, shown: bool) -> None:
        """Show the similar ones, or how they could be found where the atlas cannot say."""
        for widget in (self.others, self.similar, self.nothing):
            widget.setVisible(shown)
        self.why_not.setVisible(not shown)

    def show_said(self, words: str) -> None:
        """Show what the model says; nothing until it is asked."""
        show_words(self.said, words)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        for widget in (self.title, self.tag, self.facts, self.credit):
            layout.addWidget(widget)
        layout.addWidget(rule(self._body))
        layout.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.said, self.look_for, self.criteria, self.sources):
            layout.addWidget(part)
        similar: tuple[QWidget, ...] = (
            self.like,
            self.why_not,
            self.others,
            self.nothing,
            self.similar,
        )
        for part_of_similar in similar:
            layout.addWidget(part_of_similar)
        layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        scroll_by_keys(self, tr("What is known of it"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._body)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab leads to, in the order in which it is seen."""
        return (self, self.ask, self.others, self.similar)


def _strong(parent: QWidget, words: str = "") -> QLabel:
    label = text(parent, words)
    label.setFont(bold(label.font()))
    return label
