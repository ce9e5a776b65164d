"""What can be chosen for a quiz, found out outside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.atlas.browse import Facet
from core.learning.quiz.left import left_about
from desktop.atlas.words import about_words, title_words, value_words
from desktop.language.words import count, tr

if TYPE_CHECKING:
    from core.atlas import Atlas
    from core.learning.quiz.plan import QuizPlan
    from core.learning.store.records import Profile, QuizSession
    from core.learning.store.store import LearningStore

Values = tuple[tuple[str, str], ...]
"""Words and value of each."""


@dataclass(frozen=True, slots=True)
class AtlasOffer:
    """What an atlas has to ask about.

    Parameters
    ----------
    title, about : str
        Which atlas, and whose.
    diagnoses, sites, ways : tuple of (str, str)
        Diagnoses, body sites, and ways of confirming, the most frequent first.
    plan : QuizPlan, optional
        Of the quiz as which the atlas was packed, where it came in a package.
    """

    title: str
    about: str
    diagnoses: Values
    sites: Values
    ways: Values
    plan: QuizPlan | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """A quiz that was left.

    Parameters
    ----------
    session : QuizSession
        The quiz.
    answered : int
        How many of its questions were.
    """

    session: QuizSession
    answered: int


@dataclass(frozen=True, slots=True)
class PersonalOffer:
    """What is there for one person.

    Parameters
    ----------
    left : Left, optional
        The newest quiz about this atlas that was left.
    collections : tuple of (str, str)
        Names and identifiers; that of the favourites is empty.
    """

    left: Left | None
    collections: Values


def offer_of(atlas: Atlas) -> AtlasOffer:
    """Find out what an atlas has to ask about.

    Raises
    ------
    AtlasError
        If it cannot be read.
    """
    counts, described = atlas.browser.find().counts, atlas.description

    def values(facet: Facet) -> Values:
        return tuple(
            (
                tr("{name} ({n:,})", name=value_words(facet, one.value, described), n=one.items),
                one.value,
            )
            for one in counts[facet]
            if one.value is not None
        )

    plan = _packed_plan(atlas)
    about = [about_words(described)]
    if plan is not None:
        about.append(
            count("Packed as a quiz of {n:,} question.", "Packed as a quiz of {n:,} questions.",
                  n=plan.count)
        )  # fmt: skip
    return AtlasOffer(
        title_words(described),
        "\n".join(about),
        values(Facet.DIAGNOSIS),
        values(Facet.SITE),
        values(Facet.CONFIRMATION),
        plan,
    )


def _packed_plan(atlas: Atlas) -> QuizPlan | None:
    from core.learning.package.unpacking import read_package

    package = read_package(atlas.folder)
    return None if package is None else package.plan


def personal_offer(store: LearningStore, profile: Profile, *, atlas: Atlas) -> PersonalOffer:
    """Find out what is there for somebody, about an atlas.

    Raises
    ------
    StoreError, AtlasError
        If either cannot be read.
    """
    session = left_about(store, profile, atlas)
    left = None if session is None else Left(session, len(store.answers_in(session)))
    named = [(one.name, one.id) for one in store.collections(profile)]
    favourites = [(tr("My favourites"), "")] if store.favourites(profile) else []
    return PersonalOffer(left, (*favourites, *named))


def images_of(store: LearningStore, profile: Profile, collection: str) -> tuple[str, ...]:
    """Return the checksums of the images of a collection; of the favourites for the empty one."""
    if not collection:
        return tuple(one.sha256 for one in store.favourites(profile))
    for one in store.collections(profile):
        if one.id == collection:
            return tuple(mark.sha256 for mark in store.collected(one))
    return ()
