"""When a lesion is due again, by the FSRS algorithm.

Nothing is stored: what somebody has answered is replayed. So no second record can fall out of
step, and another version of the algorithm, or a corrected label, counts for all that was answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fsrs import Card, Rating, Scheduler

    from core.learning.store.records import Answer

UNSURE: Final = 0.5
"""Below it a right answer was hard."""
SURE: Final = 0.85
"""From it on a right answer was easy."""

CardKey = tuple[str, str]
"""Diagnosis and lesion: with a corrected diagnosis one begins anew."""


@dataclass(frozen=True, slots=True)
class Due:
    """When a lesion is due.

    Parameters
    ----------
    moment : datetime
        UTC.
    recall : float
        How probably it would be answered rightly now, 0 to 1, by the algorithm.
    """

    moment: datetime
    recall: float


def due_dates(
    answers: Iterable[Answer], now: datetime, *, keys: Mapping[str, str] | None = None
) -> dict[CardKey, Due]:
    """Say when each lesion that was answered is due again.

    Parameters
    ----------
    answers : iterable of Answer
        Of one person, the oldest first.
    now : datetime
        For how probably it is remembered.
    keys : mapping of str to str, optional
        What an atlas calls the lesion of each image now, by checksum; else as it was called then.
    """
    known = keys or {}
    cards: dict[CardKey, Card] = {}
    for answer in answers:
        key = (answer.truth, known.get(answer.sha256, answer.lesion))
        card = cards.get(key) or _new_card(answer.created)
        cards[key], _ = _scheduler().review_card(card, _rating(answer), answer.created)
    return {
        key: Due(card.due, _scheduler().get_card_retrievability(card, now))
        for key, card in cards.items()
    }


def _rating(answer: Answer) -> Rating:
    from fsrs import Rating

    if not answer.right:
        return Rating.Again
    if answer.confidence < UNSURE:
        return Rating.Hard
    return Rating.Easy if answer.confidence >= SURE else Rating.Good


def _new_card(moment: datetime) -> Card:
    from fsrs import Card

    return Card(card_id=1, due=moment)  # by default an id is the time, and waits for it to pass


@cache
def _scheduler() -> Scheduler:
    """Make the scheduler: no steps of minutes, as no lesion comes twice in a quiz; no chance."""
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
