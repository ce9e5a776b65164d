"""Leads through a quiz: asks, has each answer kept, tells, and goes on to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import AlreadyInStore, LentigoError, NotInStore
from core.learning.quiz.questions import Guess
from desktop.quiz.countdown import Countdown
from desktop.quiz.keeping import Keeping
from desktop.quiz.question_picture import QuestionPicture
from desktop.quiz.stage import Stage
from desktop.quiz.words import named, way_on_words

if TYPE_CHECKING:
    from core.atlas import Atlas
    from core.learning.quiz.questions import Clock, Reveal
    from core.learning.quiz.quiz import Quiz
    from desktop.learning.desk import LearningDesk
    from desktop.quiz.ending import Ending
    from desktop.quiz.place import QuizPlace
    from desktop.quiz.telling import Telling
    from desktop.shell.background import Background


class QuizPresenter(QObject):
    """One quiz at a time; what comes too late is dropped.

    Parameters
    ----------
    place : QuizPlace
        Where it is seen.
    telling : Telling
        Tells after an answer.
    ending : Ending
        Tells how it went.
    desk : LearningDesk
        Keeps the answers.
    background : Background
        Where pictures are read.
    clock : Clock
        Tells the time.

    Attributes
    ----------
    stage : Stage
        How far it is.
    quiz : Quiz or None
        That is on, or whose end is seen.
    atlas : Atlas or None
        That it is about.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    facts_changed = Signal()
    closed = Signal()
    """The quiz is left."""
    overtaken = Signal(str)
    """Identifier of the quiz, which another window has gone on with."""

    def __init__(
        self,
        place: QuizPlace,
        *,
        telling: Telling,
        ending: Ending,
        desk: LearningDesk,
        background: Background,
        clock: Clock,
    ) -> None:
        super().__init__(place)
        self.stage = Stage.NONE
        self.quiz: Quiz | None = None
        self.atlas: Atlas | None = None
        self._place, self._sheet = place, place.sheet
        self._telling, self._ending = telling, ending
        self._shown = 0
        self._keeping = Keeping(desk, clock=clock, parent=self)
        self._keeping.kept.connect(self._kept)
        self._keeping.skipped.connect(self._ask)
        self._keeping.failed.connect(self._not_kept)
        self._keeping.said.connect(self.said)
        self.picture = QuestionPicture(self._sheet.picture, background)
        self.picture.came.connect(self._seen)
        self.picture.failed.connect(self._unseen)
        self.countdown = Countdown(clock.ticks, self)
        self.countdown.left.connect(self._sheet.show_time)
        self.countdown.over.connect(self._time_is_up)
        self._sheet.asking.committed.connect(self.answer)
        self._sheet.asking.skipped.connect(self._skip)
        self._sheet.telling.next_wanted.connect(self.next)
        self._sheet.left.connect(self.leave)
        place.end.new_wanted.connect(self.leave)
        ending.opened.connect(self._review)

    @property
    def settled(self) -> bool:
        """Whether nothing is on its way."""
        return self.stage is not Stage.KEEPING and self.picture.settled and self._telling.settled

    @property
    def told(self) -> int | None:
        """Which question's answer is told."""
        return self._shown if self.stage in (Stage.TOLD, Stage.REVIEWING) else None

    def play(self, quiz: Quiz, atlas: Atlas, *, told: int | None = None) -> None:
        """Ask what is to be asked next; where an answer was being told, tell it again."""
        self.quiz, self.atlas = quiz, atlas
        reveal = None if told is None else self._reveal_of(told)
        if reveal is None:
            self._ask()
        else:
            self._show_again(reveal, Stage.TOLD)

    def answer(self, guess: Guess) -> None:
        """Have an answer kept; only then is anything told."""
        quiz = self.quiz
        if self.stage is not Stage.ASKING or quiz is None:
            return
        self.countdown.stop()
        self._to(Stage.KEEPING)
        self._sheet.wait(waiting=True)
        self._keeping.keep(quiz, guess)

    def next(self) -> None:
        """Go on to the next question, or back to the result."""
        if self.stage is Stage.TOLD:
            self._ask()
        elif self.stage is Stage.REVIEWING:
            self._end()

    def leave(self) -> None:
        """Leave the quiz, which can be gone on with; or what is seen again of one that is over."""
        over = self.quiz is not None and self.quiz.question is None
        if self.stage is Stage.REVIEWING or (self.stage is Stage.TOLD and over):
            self._end()
        else:
            self.give_up()

    def give_up(self) -> None:
        """Leave the quiz for where one is begun; an answer on its way is kept, and not told."""
        self.countdown.stop()
        self._keeping.leave()
        self._forget()
        self.quiz = None
        self._to(Stage.NONE)
        self.closed.emit()

    def _ask(self) -> None:
        question = None if self.quiz is None else self.quiz.question
        if question is None or self.atlas is None:
            self._end()
            return
        self._forget()
        self._shown = question.number
        self._sheet.show_question(question.number, question.total)
        self._sheet.show_time(question.seconds)
        self._place.show_sheet()
        names = named(question.candidates, self.atlas.description)
        self._sheet.asking.ask(names, malignant=question.ask_malignant)
        self._sheet.wait(waiting=True)
        self._to(Stage.ASKING)
        self.picture.show(question.image)

    def _seen(self) -> None:
        if self.stage is not Stage.ASKING or self.quiz is None:
            return
        self._sheet.wait(waiting=False)
        self.quiz.shown()
        if self.quiz.plan.seconds is not None:
            self.countdown.start(self.quiz.plan.seconds)

    def _unseen(self) -> None:
        if self.stage is Stage.ASKING:
            self._sheet.asking.offer_skip()

    def _skip(self) -> None:
        quiz = self.quiz
        if quiz is not None and self.stage is Stage.ASKING:
            self._to(Stage.KEEPING)
            self._keeping.skip(quiz)

    def _time_is_up(self) -> None:
        """Take what is chosen; where that is not all, no answer."""
        self.answer(self._sheet.asking.guess or Guess(""))

    def _kept(self, reveal: Reveal) -> None:
        self._to(Stage.TOLD)
        self._tell(reveal)

    def _not_kept(self, error: LentigoError) -> None:
        """Tell nothing; it can be tried again."""
        self._to(Stage.ASKING)
        if isinstance(error, AlreadyInStore) and self.quiz is not None:
            self.overtaken.emit(self.quiz.session.id)
        elif isinstance(error, NotInStore):  # a backup was put back, or the profile is deleted
            self.give_up()
        else:
            self._sheet.wait(waiting=False)

    def _tell(self, reveal: Reveal) -> None:
        quiz, atlas = self.quiz, self.atlas
        if quiz is None or atlas is None:
            return
        way_on = way_on_words(over=quiz.question is None, again=self.stage is Stage.REVIEWING)
        self._telling.tell(reveal, quiz=quiz, atlas=atlas, way_on=way_on)
        number = reveal.answer.number
        self._sheet.show_question(number, len(quiz.session.questions))
        self._sheet.show_answered(number)

    def _show_again(self, reveal: Reveal, stage: Stage) -> None:
        self._to(stage)
        self._shown = reveal.answer.number
        self._place.show_sheet()
        self.picture.show(reveal.item.path)
        self._tell(reveal)

    def _review(self, number: int) -> None:
        reveal = self._reveal_of(number) if self.stage is Stage.ENDED else None
        if reveal is not None:
            self._show_again(reveal, Stage.REVIEWING)

    def _reveal_of(self, number: int) -> Reveal | None:
        """Find what was told after a question, if it was answered and its image is still there."""
        for answer in self.quiz.answers if self.quiz is not None else ():
            if answer.number == number and self.quiz is not None:
                try:
                    return self.quiz.told(answer)
                except LentigoError as error:
                    self.said.emit(error.message)
        return None

    def _end(self) -> None:
        if self.quiz is not None and self.atlas is not None:
            self._forget()
            self._ending.show(self.quiz, self.atlas.description)
            self._to(Stage.ENDED)  # before the focus goes to what is offered then
            self._place.show_end()

    def _forget(self) -> None:
        self.picture.drop()
        self._telling.forget()

    def _to(self, stage: Stage) -> None:
        self.stage = stage
        self.facts_changed.emit()
