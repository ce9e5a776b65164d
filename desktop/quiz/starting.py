"""Has quizzes made as they are wanted, and hands each to whoever leads through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language.words import tr
from desktop.quiz.making import QuizWish

if TYPE_CHECKING:
    from core.atlas import Atlas
    from core.errors import LentigoError
    from core.learning.quiz.questions import Clock
    from core.learning.quiz.quiz import Quiz
    from desktop.learning.desk import LearningDesk
    from desktop.quiz.begin_presenter import BeginPresenter
    from desktop.quiz.making import Making
    from desktop.quiz.place import QuizPlace
    from desktop.quiz.presenter import QuizPresenter


class Starting(QObject):
    """Begins quizzes, takes those up again that were left, or ends them.

    Parameters
    ----------
    place : QuizPlace
        Where it is wanted.
    beginning : BeginPresenter
        Knows what is chosen, and what was left.
    presenter : QuizPresenter
        Leads through the quiz.
    making : Making
        Makes it.
    desk : LearningDesk
        Ends what was left.
    clock : Clock
        Tells the time.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self,
        place: QuizPlace,
        *,
        beginning: BeginPresenter,
        presenter: QuizPresenter,
        making: Making,
        desk: LearningDesk,
        clock: Clock,
    ) -> None:
        super().__init__(place)
        self._place = place
        self._beginning = beginning
        self._presenter = presenter
        self._making = making
        self._desk = desk
        self._clock = clock
        self._atlas: Atlas | None = None
        self._wanted: tuple[str, int | None] | None = None
        self._told: int | None = None
        place.begin.begun.connect(self.begin)
        place.begin.resumed.connect(self.go_on)
        place.begin.dropped.connect(self._drop)
        presenter.closed.connect(beginning.show)
        presenter.overtaken.connect(self.resume)
        beginning.facts_changed.connect(self._resume_wanted)
        making.made.connect(self._made)
        making.failed.connect(self._failed)

    @property
    def settled(self) -> bool:
        """Whether nothing is being made, and nothing waits for an atlas."""
        return not self._making.busy and self._wanted is None

    def begin(self) -> None:
        """Begin what is chosen."""
        profile, atlas = self._beginning.profile, self._beginning.atlas
        if profile is not None and atlas is not None:
            form, plan = self._place.begin, self._beginning.plan
            numbers = self._beginning.numbers if form.only_chosen else None
            self._make(atlas, QuizWish(profile.id, plan, form.collection_id, numbers))

    def begin_missed(self) -> None:
        """Ask once more what was missed."""
        quiz, atlas = self._presenter.quiz, self._presenter.atlas
        plan = None if quiz is None else quiz.missed_plan()
        if quiz is not None and plan is not None and atlas is not None:
            self._make(atlas, QuizWish(quiz.session.profile_id, plan))

    def go_on(self) -> None:
        """Go on with what was left."""
        if self._beginning.left is not None:
            self.resume(self._beginning.left.session.id)

    def resume(self, session: str, told: int | None = None) -> None:
        """Take a quiz up again by its identifier, once there is an atlas."""
        self._wanted = (session, told)
        self._resume_wanted()

    def _resume_wanted(self) -> None:
        atlas = self._beginning.atlas
        if self._wanted is None or atlas is None or self._making.busy:
            return
        (session, self._told), self._wanted = self._wanted, None
        self._atlas = atlas
        self._beginning.show_busy(tr("Taking the quiz up again…"))
        self._making.resume(atlas, session)

    def _make(self, atlas: Atlas, wish: QuizWish) -> None:
        if not self._making.busy:
            self._atlas, self._told = atlas, None
            self._beginning.show_busy(tr("Drawing the questions…"))
            self._making.begin(atlas, wish)

    def _made(self, quiz: Quiz) -> None:
        self._beginning.show_busy("")
        profile = self._beginning.profile
        if profile is not None and profile.id != quiz.session.profile_id:
            self._beginning.show()  # somebody else learns now; it is offered to who began it
        elif self._atlas is not None:
            self._beginning.shown = False
            self._presenter.play(quiz, self._atlas, told=self._told)

    def _failed(self, error: LentigoError) -> None:
        self._beginning.show_busy("")
        self.said.emit(error.message)

    def _drop(self) -> None:
        left, now = self._beginning.left, self._clock.now()
        if left is not None:
            self._desk.ask(
                lambda store: store.end(left.session, now),
                done=lambda _: self._beginning.show(),
                failed=lambda error: self.said.emit(error.message),
            )
