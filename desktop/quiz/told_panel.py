"""Beside the picture once an answer is kept: what it is, and what there is to learn from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.language.words import tr
from desktop.quiz.ask_panel import WIDTH
from desktop.shell.fonts import bold
from desktop.shell.parts import MARGIN, heading, rule, show_words, text
from desktop.shell.scrolled import Scrolled, scroll_by_keys
from desktop.shell.tab_order import order_tabs
from desktop.similar.list import SimilarList
from desktop.similar.rows import SimilarRows

if TYPE_CHECKING:
    from desktop.quiz.told_content import Lesson, Told


class ToldPanel(QWidget):
    """Shows a `Told`, and what comes after it.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    next_wanted = Signal()
    heat_wanted = Signal(bool)
    """Whether the user wants to see the heat map."""
    others_wanted = Signal(bool)
    """Whether only look-alikes of another diagnosis are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = self._body = QWidget(self)
        self.verdict = heading(body, factor=1.15)
        self.name = heading(body, factor=1.3)
        self.tag = _strong(body, tr("Counted as malignant"))
        self.guess, self.facts = text(body), text(body)
        self.again = text(body)
        self.model = _strong(body, tr("What the model says"))
        self.said = text(body)
        self.heat = QCheckBox(tr("&Heat map (H)"), body)
        self.heat.setChecked(True)
        self.heat.toggled.connect(self.heat_wanted)
        self.like = _strong(body, tr("Similar images"))
        self.others = QCheckBox(tr("Only of another diagnosis"), body)
        self.others.toggled.connect(self.others_wanted)
        self.rows = SimilarRows(self)
        self.similar = SimilarList(self.rows, body)
        self.nothing = text(body, quiet=True)
        self.credit = text(body, quiet=True)
        self.next = QPushButton(self)
        self.next.setProperty("kind", "primary")
        self.next.clicked.connect(self.next_wanted)
        self._lessons = QVBoxLayout()
        self._scrolled = Scrolled(body, self)
        self._lay_out()

    def show_told(self, told: Told, *, way_on: str) -> None:
        """Show what is told, and what the button that goes on says."""
        self.verdict.setText(told.verdict)
        self.name.setText(told.name)
        self.tag.setVisible(told.malignant)
        show_words(self.guess, told.guess)
        show_words(self.facts, "\n".join(told.facts))
        show_words(self.again, "")
        self._show_lessons(told.lessons)
        show_words(self.credit, told.credit)
        self.show_said("")
        self.show_heat_offer(offered=False)
        self.next.setText(way_on)
        self._scrolled.verticalScrollBar().setValue(0)

    def show_next_time(self, words: str) -> None:
        """Say when the lesion comes again."""
        show_words(self.again, words)

    def show_said(self, words: str) -> None:
        """Show what the model says; nothing where there is none."""
        show_words(self.said, words)
        self.model.setVisible(bool(words))

    def show_heat_offer(self, *, offered: bool) -> None:
        """Offer the heat map, once there is one."""
        self.heat.setVisible(offered)

    def show_similar_part(self, *, shown: bool) -> None:
        """Show the similar ones, or nothing of them where the atlas cannot say."""
        for widget in (self.like, self.others, self.similar, self.nothing):
            widget.setVisible(shown)

    def show_nothing(self, words: str) -> None:
        """Say why there are no similar ones, or not yet."""
        show_words(self.nothing, words)
        self.similar.setVisible(not words)

    def sizeHint(self) -> QSize:
        """Be as wide as reads well; the rest is the picture's."""
        needed = self.minimumSizeHint()
        return QSize(max(WIDTH, needed.width()), needed.height())

    def _show_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        while (old := self._lessons.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for lesson in lessons:
            lines = "\n".join(f"• {line}" for line in lesson.lines)
            for label in (
                _strong(self._body, lesson.title),
                text(self._body, lines),
                text(self._body, lesson.sources, quiet=True),
            ):
                self._lessons.addWidget(label)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        self._lessons.setSpacing(8)
        for widget in (self.verdict, self.name, self.tag, self.guess, self.facts, self.again):
            column.addWidget(widget)
        column.addWidget(rule(self._body))
        for part in (self.model, self.said, self.heat):
            column.addWidget(part)
        column.addLayout(self._lessons)
        similar: tuple[QWidget, ...] = (self.like, self.others, self.nothing, self.similar)
        for one in (*similar, self.credit):
            column.addWidget(one)
        column.addStretch(1)
        self._scrolled.setProperty("kind", "panel")
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scroll_by_keys(self._scrolled, tr("What there is to say"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._scrolled, 1)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN, 0, MARGIN, 8)
        below.addWidget(self.next)
        layout.addLayout(below)
        self.next.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        order_tabs((self._scrolled, self.heat, self.others, self.similar, self.next))


def _strong(parent: QWidget, words: str = "") -> QLabel:
    label = text(parent, words)
    label.setFont(bold(label.font()))
    return label
