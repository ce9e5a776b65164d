"""Makes quizzes outside the GUI thread: all items of an atlas are read for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NotInStore
from core.learning.collecting.images import marks_of
from core.learning.quiz.beginning import QuizMaker
from desktop.language.words import tr
from desktop.quiz.offer import images_of
from desktop.shell.background import named
from desktop.shell.garbage import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.atlas import Atlas
    from core.learning.quiz.plan import QuizPlan
    from core.learning.quiz.questions import Clock
    from core.learning.quiz.quiz import Quiz
    from core.learning.store.records import Profile
    from core.learning.store.store import LearningStore
    from desktop.learning.desk import LearningDesk
    from desktop.shell.background import Background


@dataclass(frozen=True, slots=True)
class QuizWish:
    """What somebody wants to be asked.

    Parameters
    ----------
    profile_id : str
        Who.
    plan : QuizPlan
        How, and about what.
    collection : str, optional
        Identifier of a collection, empty for the favourites, that it is restricted to.
    numbers : tuple of int, optional
        Items of the atlas that it is restricted to.
    """

    profile_id: str
    plan: QuizPlan
    collection: str | None = None
    numbers: tuple[int, ...] | None = None


class Making(QObject):
    """Makes one quiz at a time.

    Parameters
    ----------
    desk : LearningDesk
        Opens the store.
    background : Background
        Where it is made, since it takes seconds.
    clock : Clock
        Tells the time.
    parent : QObject
        As for any QObject.

    Attributes
    ----------
    busy : bool
        Whether one is being made.
    """

    made = Signal(object)
    """Quiz."""
    failed = Signal(object)
    """LentigoError: why there is none."""

    def __init__(
        self, desk: LearningDesk, *, background: Background, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.busy = False
        self._desk = desk
        self._background = background
        self._clock = clock

    def begin(self, atlas: Atlas, wish: QuizWish) -> None:
        """Draw questions."""
        self._run(partial(begin, atlas=atlas, wish=wish, clock=self._clock))

    def resume(self, atlas: Atlas, session: str) -> None:
        """Take one up again, by its identifier."""
        self._run(partial(resume, atlas=atlas, session=session, clock=self._clock))

    def _run(self, work: Callable[[LearningStore], Quiz]) -> None:
        self.busy = True
        self._desk.ask(
            lambda store: store,
            done=lambda store: self._background.run(
                partial(work, store), done=self._came, failed=self._failed
            ),
            failed=self._failed,
        )

    def _came(self, quiz: Quiz) -> None:
        self.busy = False
        self.made.emit(quiz)

    def _failed(self, error: Exception) -> None:
        self.busy = False
        error = named(error)
        self.failed.emit(error)


def begin(store: LearningStore, atlas: Atlas, wish: QuizWish, *, clock: Clock) -> Quiz:
    """Draw the questions, and keep them.

    Raises
    ------
    LentigoError
        If nothing is about the topic, or the atlas or the store fails.
    """
    profile, plan = profile_of(store, wish.profile_id), wish.plan
    images = None
    if wish.numbers is not None:
        images = tuple(one.sha256 for one in marks_of(atlas, wish.numbers))
    elif wish.collection is not None:
        images = images_of(store, profile, wish.collection)
    if images is not None:
        plan = plan.model_copy(update={"topic": plan.topic.model_copy(update={"sha256s": images})})
    seed = SystemRandom().getrandbits(32)
    with uncollected():
        return QuizMaker(store, atlas, clock).begin(profile, plan, seed=seed)


def resume(store: LearningStore, atlas: Atlas, session: str, *, clock: Clock) -> Quiz:
    """Take a quiz up again, by its identifier.

    Raises
    ------
    LentigoError
        If there is none, or the atlas or the store fails.
    """
    with uncollected():
        return QuizMaker(store, atlas, clock).resume(store.session(session))


def profile_of(store: LearningStore, identifier: str) -> Profile:
    """Find a profile by its identifier.

    Raises
    ------
    NotInStore
        If somebody has deleted it.
    """
    for one in store.profiles():
        if one.id == identifier:
            return one
    raise NotInStore(tr("This profile is not there any more."), value=identifier)
