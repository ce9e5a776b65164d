"""What was chosen for the last quiz, as the settings keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.learning.quiz.plan import QuizPlan, Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.quiz.offer import AtlasOffer
    from desktop.shell.settings import SettingsStore

_FIRST: Final = QuizPlan(count=10)
_PROPOSED: Final = "proposed"
"""Stands for an atlas where another place has chosen: what a package says does not undo that."""


def as_words(plan: QuizPlan) -> str:
    """Write it down; not the images of a collection, which is offered by its name."""
    topic = plan.topic.model_copy(update={"sha256s": None})
    return plan.model_copy(update={"topic": topic}).model_dump_json()


def plan_of(words: str) -> QuizPlan:
    """Read it; what cannot be read is as if nothing had been chosen yet."""
    try:
        return QuizPlan.model_validate_json(words)
    except ValueError:
        return _FIRST


def propose(codes: Sequence[str], *, settings: SettingsStore) -> None:
    """Have all images of some diagnoses be chosen for the next quiz, and all else as it was."""
    plan = plan_of(settings.current.quiz)
    chosen = plan.model_copy(update={"topic": Topic(codes=tuple(codes))})
    settings.change(quiz=as_words(chosen), quiz_atlas=_PROPOSED)


def take_packed(plan: QuizPlan | None, *, atlas: str, settings: SettingsStore) -> None:
    """Choose the quiz as which an atlas was packed, unless something was chosen since it is open.

    Parameters
    ----------
    plan : QuizPlan, optional
        Of the quiz; None where the atlas is not from a package, or no quiz.
    atlas : str
        Names the atlas among all others: the checksum of its library.
    settings : SettingsStore
        Remembers what was chosen, and for which atlas.
    """
    if plan is not None and settings.current.quiz_atlas not in (atlas, _PROPOSED):
        settings.change(quiz=as_words(plan))
    settings.change(quiz_atlas=atlas)


def without_strangers(plan: QuizPlan, offer: AtlasOffer) -> Topic:
    """Leave out of a topic what an atlas does not have."""
    codes, sites, ways = (
        {value for _, value in values} for values in (offer.diagnoses, offer.sites, offer.ways)
    )
    topic = plan.topic
    return Topic(
        codes=tuple(one for one in topic.codes if one in codes),
        sites=tuple(one for one in topic.sites if one in sites),
        confirmations=tuple(one for one in topic.confirmations if one in ways),
    )
