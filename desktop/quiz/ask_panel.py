"""Beside the picture of a question: what is asked, and the way to commit to an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.learning.quiz.questions import CONFIDENCES, Guess
from desktop.language.words import tr
from desktop.quiz.answer_group import AnswerGroup
from desktop.quiz.words import confidence_words
from desktop.shell.parts import MARGIN, text
from desktop.shell.scrolled import Scrolled
from desktop.shell.tab_order import order_tabs

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH: Final = 344
"""Of what stands beside the picture."""


class AskPanel(QWidget):
    """Asks for a diagnosis, perhaps for malignant or not, and for how sure one is.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    committed = Signal(object)
    """Guess: what the user commits to."""
    skipped = Signal()
    """The user leaves the question out, whose image cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codes: tuple[str, ...] = ()
        self._turn = 0
        self.diagnosis = AnswerGroup(tr("What is it?"))
        self.malignant = AnswerGroup(tr("Is it malignant?"))
        self.confidence = AnswerGroup(tr("How sure are you of the diagnosis?"))
        self.commit = QPushButton(tr("Commit to this answer"), self)
        self.commit.setProperty("kind", "primary")
        self.commit.setToolTip(tr("It is kept, then you are told (Enter)"))
        self.skip = QPushButton(tr("Leave this question out"), self)
        self.remark = text(self, quiet=True)
        self.commit.clicked.connect(self.try_commit)
        self.skip.clicked.connect(self.skipped)
        for group in (self.diagnosis, self.malignant, self.confidence):
            group.entered.connect(lambda one=group: self._take_turn(one))
            group.chosen.connect(self._judge)
        self._lay_out()

    def ask(self, names: Sequence[tuple[str, str]], *, malignant: bool) -> None:
        """Ask about another image; diagnoses by name and code."""
        self.codes = tuple(code for _, code in names)
        self.diagnosis.offer([name for name, _ in names])
        self.malignant.offer([tr("Yes, malignant"), tr("No, benign")] if malignant else [])
        self.malignant.setVisible(malignant)
        self.confidence.offer(confidence_words())
        self._turn = 0
        self.skip.hide()
        self._judge()
        self._show_turn()
        buttons = (button for group in self._groups for button in group.buttons)
        order_tabs((*buttons, self.commit, self.skip))
        self._scrolled.updateGeometry()  # names may be longer than those before
        self.diagnosis.enter()

    def wait(self, *, waiting: bool) -> None:
        """Take no answers while there is nothing to answer, or one is being kept."""
        for group in self._groups:
            group.setEnabled(not waiting)
        if not waiting:
            self._groups[self._turn].enter()
        self._judge()

    def offer_skip(self) -> None:
        """Offer to leave the question out."""
        self.skip.show()
        self.skip.setFocus()

    @property
    def guess(self) -> Guess | None:
        """What is chosen; None while something is not."""
        what, sure = self.diagnosis.number, self.confidence.number
        if what is None or sure is None or any(one.number is None for one in self._groups):
            return None
        said = self.malignant.number
        malignant = None if said is None else said == 0
        return Guess(self.codes[what], CONFIDENCES[sure], malignant)

    def press_number(self, number: int) -> None:
        """Choose by a number key, from 1 on, and go on to what is asked next."""
        groups = self._groups
        group = groups[self._turn]
        if group.isEnabled() and group.choose(number - 1):
            groups[min(self._turn + 1, len(groups) - 1)].enter()

    def step_back(self) -> None:
        """Go back to what was asked before."""
        self._groups[max(0, self._turn - 1)].enter()

    def try_commit(self) -> None:
        """Commit; where something is not answered, go there."""
        guess = self.guess
        if guess is None:
            missing = [one for one in self._groups if one.number is None]
            if missing and missing[0].isEnabled():
                missing[0].enter()
                self.remark.setText(tr("Answer this first: {what}", what=missing[0].title.text()))
        elif self.diagnosis.isEnabled():
            self.committed.emit(guess)

    @property
    def _groups(self) -> tuple[AnswerGroup, ...]:
        every = (self.diagnosis, self.malignant, self.confidence)
        return tuple(one for one in every if one.buttons)

    def _take_turn(self, group: AnswerGroup) -> None:
        if group in self._groups:
            self._turn = self._groups.index(group)
            self._show_turn()
            self._scrolled.ensureWidgetVisible(group)

    def _show_turn(self) -> None:
        for place, group in enumerate(self._groups):
            group.show_turn(mine=place == self._turn)

    def _judge(self) -> None:
        self.remark.setText(
            tr("Number keys choose, Backspace goes back.")
            if self.guess is None
            else tr("Enter commits: only then are you told.")
        )

    def sizeHint(self) -> QSize:
        """Be as wide as reads well; the rest is the picture's."""
        needed = self.minimumSizeHint()
        return QSize(max(WIDTH, needed.width()), needed.height())

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for group in (self.diagnosis, self.malignant, self.confidence):
            column.addWidget(group)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        scrolled = self._scrolled = Scrolled(body, self)
        scrolled.setProperty("kind", "panel")
        layout.addWidget(scrolled, 1)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN, 0, MARGIN, 8)
        below.setSpacing(8)
        for widget in (self.commit, self.skip, self.remark):
            below.addWidget(widget)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(below)
