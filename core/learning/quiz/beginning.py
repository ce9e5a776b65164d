"""Begins a quiz about an atlas, or goes on with one that was left."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.errors import UsageError
from core.language import say
from core.learning.quiz.candidates import candidates_for, nobody_knows
from core.learning.quiz.cards import due_dates
from core.learning.quiz.confusions import Confusions
from core.learning.quiz.difficulty import (
    Judge,
    by_errors,
    by_look_alikes,
    by_model,
)
from core.learning.quiz.drawing import Drawing, History
from core.learning.quiz.lesions import lesion_keys, lesions_of
from core.learning.quiz.letting_go import let_go
from core.learning.quiz.look_alikes import LookAlikes
from core.learning.quiz.questions import Clock
from core.learning.quiz.quiz import Quiz
from core.learning.store.records import QuizSession

if TYPE_CHECKING:
    from core.atlas.atlas import Atlas
    from core.atlas.item import AtlasItem
    from core.learning.quiz.lesions import QuizLesion
    from core.learning.quiz.plan import QuizPlan
    from core.learning.store.records import Profile
    from core.learning.store.store import LearningStore

Probabilities = Mapping[str, Mapping[str, float]]
"""What the model says about images, by checksum and code."""


@dataclass(frozen=True, slots=True)
class QuizMaker:
    """Makes quizzes about an atlas.

    Parameters
    ----------
    store : LearningStore
        What was answered so far, and what will be.
    atlas : Atlas
        With embeddings or without.
    clock : Clock
        Tells the time.
    probabilities : mapping
        What the model says about images, as far as it was asked.
    """

    store: LearningStore
    atlas: Atlas
    clock: Clock = field(default_factory=Clock)
    probabilities: Probabilities = field(default_factory=dict)

    def begin(self, profile: Profile, plan: QuizPlan, *, seed: int) -> Quiz:
        """Draw questions and keep them.

        Raises
        ------
        UsageError
            If no image is about the topic.
        """
        items = self.atlas.library.every()
        history = self._history(profile, items)
        chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
        like = self._look_alikes(items)
        lesions = lesions_of(items, plan.topic)
        judge = self._judge(lesions, like)
        drawing = Drawing(history, judge, plan.difficulty, self.clock.now(), chance)
        drawn = drawing.draw(lesions, count=plan.count)
        if not drawn:
            raise UsageError(say("The atlas has no image about this topic."), value=plan.topic)
        codes = self._offered({one.code for one in lesions} | set(plan.topic.codes))
        questions = [
            {
                "sha256": one.sha256,
                "candidates": candidates_for(
                    one, codes, choices=plan.choices, confusions=history.confusions,
                    like=like.codes if like else nobody_knows, chance=chance,
                ),
            }
            for one in drawn
        ]  # fmt: skip
        moment = self.clock.now()
        session = QuizSession(
            created=moment,
            changed=moment,
            profile_id=profile.id,
            atlas=self.atlas.description.name,
            plan=plan.model_dump(mode="json"),
            questions=questions,
        )
        quiz = self._quiz(self.store.begin(session), items)
        let_go(lesions, items)
        return quiz

    def resume(self, session: QuizSession) -> Quiz:
        """Go on with a quiz that was left; one that has no question left is ended."""
        items = self.atlas.library.every()
        quiz = self._quiz(session, items)
        let_go(items)
        if len(quiz.answers) == len(session.questions):
            quiz.finish()
        return quiz

    def _quiz(self, session: QuizSession, items: Sequence[AtlasItem]) -> Quiz:
        described = self.atlas.description
        return Quiz(self.store, session, items=items, described=described, clock=self.clock)

    def _history(self, profile: Profile, items: Sequence[AtlasItem]) -> History:
        answers = self.store.answers(profile)
        return History(
            due=due_dates(answers, self.clock.now(), keys=lesion_keys(items)),
            seen=Counter(one.sha256 for one in answers),
            confusions=Confusions.of(answers),
        )

    def _look_alikes(self, items: Sequence[AtlasItem]) -> LookAlikes | None:
        has_embeddings = self.atlas.description.model is not None
        return LookAlikes(self.atlas, items) if has_embeddings else None

    def _judge(self, lesions: Sequence[QuizLesion], like: LookAlikes | None) -> Judge:
        """Choose who can tell of every lesion how hard it is."""
        if all(one.images[0].sha256 in self.probabilities for one in lesions):
            return by_model(self.probabilities)
        return by_look_alikes(like) if like else by_errors(self.store.errors())

    def _offered(self, codes: set[str]) -> list[str]:
        """Offer the diagnoses of the topic, or all where that would be the answer."""
        return sorted(codes if len(codes) > 1 else {*codes, *self.atlas.description.classes})
