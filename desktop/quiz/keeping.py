"""Has answers of a quiz kept, outside the GUI thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language.words import tr

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.learning.quiz.questions import Clock, Guess, Reveal
    from core.learning.quiz.quiz import Quiz
    from desktop.learning.desk import LearningDesk


class Keeping(QObject):
    """Keeps one answer at a time; of a quiz that is left meanwhile it is kept, and not told.

    Parameters
    ----------
    desk : LearningDesk
        Keeps the answers.
    clock : Clock
        Tells the time.
    parent : QObject
        As for any QObject.
    """

    kept = Signal(object)
    """What is to be told."""
    skipped = Signal()
    failed = Signal(object)
    """Why the answer to the question that is still asked is not kept."""
    said = Signal(str)
    """The same in a sentence, whether the quiz is still on or not."""

    def __init__(self, desk: LearningDesk, *, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ticks = clock.ticks
        self._quiz: Quiz | None = None

    def keep(self, quiz: Quiz, guess: Guess) -> None:
        """Have an answer kept."""
        self._quiz = quiz
        now = self._ticks()  # what is asked of the store before may take its time
        self._desk.ask(
            lambda _: quiz.answer(guess, at=now),
            done=partial(self._kept, quiz),
            failed=partial(self._failed, quiz),
        )

    def skip(self, quiz: Quiz) -> None:
        """Have a question be left out."""
        self._quiz = quiz
        self._desk.ask(
            lambda _: quiz.skip(),
            done=lambda _: self._skipped(quiz),
            failed=partial(self._failed, quiz),
        )

    def leave(self) -> None:
        """Tell nothing of what is on its way, unless it fails."""
        self._quiz = None

    def _kept(self, quiz: Quiz, reveal: Reveal) -> None:
        if quiz is self._quiz:
            self.kept.emit(reveal)

    def _skipped(self, quiz: Quiz) -> None:
        if quiz is self._quiz:
            self.skipped.emit()

    def _failed(self, quiz: Quiz, error: LentigoError) -> None:
        self.said.emit(tr("Your answer is not kept. {words}", words=error.message))
        if quiz is self._quiz:
            self.failed.emit(error)
