"""Draws the questions of a quiz: what is due first, then what is new, each lesion once."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Final

from core.learning.quiz.cards import CardKey, Due
from core.learning.quiz.plan import Difficulty

if TYPE_CHECKING:
    from core.atlas.item import AtlasItem
    from core.learning.quiz.confusions import Confusions
    from core.learning.quiz.lesions import QuizLesion

_DUE_PART: Final = 2 / 3
"""Of a quiz, so that there is always something new."""
_CONFUSED: Final = 3.0
"""How many times as often as others a diagnosis comes that has a part in all errors, less one."""
_COMPARED: Final = 6
"""Lesions of which the hardest or easiest is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is known of the one who is asked.

    Parameters
    ----------
    due : mapping
        When each lesion is due.
    seen : Counter
        How often each image was answered, by checksum.
    confusions : Confusions
        What they mix up.
    """

    due: Mapping[CardKey, Due]
    seen: Counter[str]
    confusions: Confusions


@dataclass(slots=True)
class Drawing:
    """Draws lesions; the same ones again with the same chance.

    Parameters
    ----------
    history : History
        Of the one who is asked.
    judge : callable
        Says how hard an image is, 0 to 1; asked only where that matters.
    difficulty : Difficulty
        What is preferred.
    now : datetime
        What is due by then is repeated.
    chance : Random
        Begun with a seed.
    """

    history: History
    judge: Callable[[AtlasItem], float]
    difficulty: Difficulty
    now: datetime
    chance: random.Random
    _fresh: dict[str, list[QuizLesion]] = field(default_factory=dict, init=False)

    def draw(self, lesions: Sequence[QuizLesion], *, count: int) -> list[AtlasItem]:
        """Draw an image of each of so many lesions, or of all if there are no more."""
        known = [one for one in lesions if self._key(one) in self.history.due]
        due = sorted((one for one in known if self._due(one).moment <= self.now), key=self._order)
        later = sorted((one for one in known if self._due(one).moment > self.now), key=self._order)
        self._fresh = {}
        for one in lesions:
            if self._key(one) not in self.history.due:
                self._fresh.setdefault(one.code, []).append(one)
        first = due[: ceil(count * _DUE_PART)]
        new = self._new(count - len(first))
        chosen = [*first, *new, *due[len(first) :], *later][:count]
        self._fresh = {}
        self.chance.shuffle(chosen)
        return [self._image(one) for one in chosen]

    def _key(self, lesion: QuizLesion) -> CardKey:
        return lesion.code, lesion.key

    def _due(self, lesion: QuizLesion) -> Due:
        return self.history.due[self._key(lesion)]

    def _order(self, lesion: QuizLesion) -> tuple[float, str]:
        return self._due(lesion).recall, lesion.key

    def _new(self, count: int) -> list[QuizLesion]:
        """Draw a diagnosis, then one of its lesions: else the most frequent would be all."""
        drawn: list[QuizLesion] = []
        while self._fresh and len(drawn) < count:
            codes = sorted(self._fresh)
            weights = [1 + _CONFUSED * self.history.confusions.share(code) for code in codes]
            (code,) = self.chance.choices(codes, weights)
            drawn.append(self._fresh[code].pop(self._one_of(self._fresh[code])))
            if not self._fresh[code]:
                del self._fresh[code]
        return drawn

    def _one_of(self, lesions: Sequence[QuizLesion]) -> int:
        """Choose one by its place: to look for it among ten thousands would take long."""
        if self.difficulty is Difficulty.MIXED:
            return self.chance.randrange(len(lesions))
        some = self.chance.sample(range(len(lesions)), min(_COMPARED, len(lesions)))
        ranks = {one: (self.judge(lesions[one].images[0]), lesions[one].key) for one in some}
        hardest = self.difficulty is Difficulty.HARD
        return (max if hardest else min)(some, key=ranks.__getitem__)

    def _image(self, lesion: QuizLesion) -> AtlasItem:
        """Take one that was seen least: to know a lesion is more than to know a photograph."""
        least = min(self.history.seen[one.sha256] for one in lesion.images)
        rare = [one for one in lesion.images if self.history.seen[one.sha256] == least]
        return self.chance.choice(rare)
