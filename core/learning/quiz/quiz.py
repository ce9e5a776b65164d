"""A quiz: asks, keeps each answer, and only then tells."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from core.errors import NotInStore, StoreError, UsageError
from core.language import say
from core.learning.quiz.cards import Due, due_dates
from core.learning.quiz.lesions import key_of, lesion_keys
from core.learning.quiz.plan import QuizPlan, Topic
from core.learning.quiz.questions import Clock, Guess, HiddenImage, Question, Reveal
from core.learning.store.records import Answer, QuizSession

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.atlas.description import Description
    from core.atlas.item import AtlasItem
    from core.learning.store.store import LearningStore

_GRACE: Final = 0.5
"""Seconds that a window may need to say that the time is up."""


class Quiz:
    """A quiz that goes on. Not for several threads at once.

    Parameters
    ----------
    store : LearningStore
        Keeps the answers.
    session : QuizSession
        As it was begun.
    items : sequence of AtlasItem
        Of its atlas.
    described : Description
        Of its atlas, which has the names.
    clock : Clock
        Tells the time.

    See Also
    --------
    core.learning.quiz.beginning.QuizMaker
    """

    def __init__(
        self,
        store: LearningStore,
        session: QuizSession,
        *,
        items: Sequence[AtlasItem],
        described: Description,
        clock: Clock,
    ) -> None:
        self._store = store
        self._clock = clock
        self._described = described
        # No more is kept than is needed: of a large atlas that is far less than all items.
        drawn = {one["sha256"] for one in session.questions}
        self._items = {item.sha256: item for item in items if item.sha256 in drawn}
        self._keys = lesion_keys(items)
        self.session = session
        self.plan = QuizPlan.model_validate(session.plan)
        self._answers = {one.number: one for one in store.answers_in(session)}
        # What has left the atlas since cannot be asked about.
        self._passed = {
            number for number, one in self._numbered() if one["sha256"] not in self._items
        }
        self._since = clock.ticks()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was answered so far, by number."""
        return tuple(self._answers[number] for number in sorted(self._answers))

    @property
    def question(self) -> Question | None:
        """What is to be answered next; None at the end."""
        for number, drawn in self._numbered():
            if number not in self._answers and number not in self._passed:
                item = self._items[drawn["sha256"]]
                return Question(
                    number,
                    len(self.session.questions),
                    HiddenImage(number, item.path),
                    tuple(sorted({item.code, *drawn["candidates"]})),
                    self.plan.seconds,
                    self.plan.ask_malignant,
                )
        return None

    def shown(self) -> None:
        """Begin to measure the time: the image has appeared."""
        self._since = self._clock.ticks()

    def answer(self, guess: Guess, *, at: float | None = None) -> Reveal:
        """Keep an answer to the question, then tell.

        Parameters
        ----------
        guess : Guess
            What was answered.
        at : float, optional
            When, in ticks of the clock, where that is not now: who has answered in time must not
            be late because another thread was.

        Raises
        ------
        UsageError
            If there is no question, the guess is none of the candidates, or no one can be so sure.
        StoreError
            If it cannot be kept; then nothing is told.
        """
        question = self._open_question(guess)
        item = self._items[self._drawn(question.number)["sha256"]]
        ticks = self._clock.ticks() if at is None else at
        seconds = max(0.0, ticks - self._since)
        kept = self._store.keep(self._answer_of(question, item, guess, seconds=seconds))
        self._answers[question.number] = kept
        self._since = self._clock.ticks()
        self._finish_at_end()
        return self.told(kept)

    def told(self, answer: Answer) -> Reveal:
        """Tell once more what was told after an answer.

        Raises
        ------
        NotInStore
            If its image has left the atlas.
        """
        item = self._items.get(answer.sha256)
        if item is None:
            raise NotInStore(say("This image is not in the atlas any more."), value=answer.number)
        name = self._described.name_of(answer.truth)
        return Reveal(answer, item, name, answer.truth_malignant)

    def next_time(self, answer: Answer) -> Due | None:
        """Say when the lesion of an answer comes again; only answers about it are read."""
        lesion = self._keys.get(answer.sha256, answer.lesion)
        images = [sha256 for sha256, key in self._keys.items() if key == lesion]
        about = self._store.answers_about(lesion, like=answer, sha256s=images)
        due = due_dates(about, self._clock.now(), keys=self._keys)
        return due.get((answer.truth, lesion))

    def missed_plan(self) -> QuizPlan | None:
        """Plan a quiz about what was not right, among the same diagnoses; None for nothing."""
        missed = [one for one in self.answers if not one.right]
        if not missed:
            return None
        offered = {code for one in self.answers for code in one.candidates}
        topic = Topic(
            codes=tuple(sorted(offered)), sha256s=tuple(dict.fromkeys(one.sha256 for one in missed))
        )
        return self.plan.model_copy(update={"topic": topic, "count": len(missed)})

    def note_model(self, answer: Answer, probabilities: Mapping[str, float]) -> Answer:
        """Keep what the model says about an image that was answered."""
        told = self._store.note_model(answer, probabilities)
        self._answers[told.number] = told
        return told

    def skip(self) -> None:
        """Leave a question out, whose image cannot be read."""
        if (question := self.question) is not None:
            self._passed.add(question.number)
        self._finish_at_end()

    def finish(self) -> None:
        """End the quiz; it is not gone on with."""
        if self.session.ended is None:
            self.session = self._store.end(self.session, self._clock.now())

    def _finish_at_end(self) -> None:
        """End it after the last question; what was answered is kept, whether that succeeds or not.

        Where it does not, the quiz can be gone on with, and is ended by that.
        """
        if self.question is None:
            with suppress(StoreError):
                self.finish()

    def _numbered(self) -> enumerate[dict[str, Any]]:
        return enumerate(self.session.questions, start=1)

    def _drawn(self, number: int) -> dict[str, Any]:
        return self.session.questions[number - 1]

    def _open_question(self, guess: Guess) -> Question:
        question = self.question
        if question is None:
            raise UsageError(say("This quiz is over."))
        if guess.code and guess.code not in question.candidates:
            raise UsageError(say("This diagnosis is not among the answers."), value=guess.code)
        if not 0 <= guess.confidence <= 1:
            raise UsageError(say("Confidence is from 0 to 1."), value=guess.confidence)
        return question

    def _answer_of(
        self, question: Question, item: AtlasItem, guess: Guess, *, seconds: float
    ) -> Answer:
        entry = self._described.classes.get(item.code)
        moment = self._clock.now()
        return Answer(
            created=moment,
            changed=moment,
            profile_id=self.session.profile_id,
            session_id=self.session.id,
            number=question.number,
            sha256=item.sha256,
            atlas=self.session.atlas,
            lesion=key_of(item),
            truth=item.code,
            confirmation=item.confirmation or "",
            candidates=list(question.candidates),
            code=guess.code,
            confidence=guess.confidence,
            malignant=guess.malignant,
            truth_malignant=None if entry is None else entry.malignant,
            seconds=round(seconds, 3),
            late=question.seconds is not None and seconds > question.seconds + _GRACE,
        )
