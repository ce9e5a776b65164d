"""Which quiz about an atlas was left: atlases of one name are told apart by their images."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.atlas.atlas import Atlas
    from core.learning.store.records import Profile, QuizSession
    from core.learning.store.store import LearningStore


def left_about(store: LearningStore, profile: Profile, atlas: Atlas) -> QuizSession | None:
    """Find the newest quiz about an atlas that somebody has left; None where there is none.

    Raises
    ------
    StoreError, AtlasError
        If either cannot be read.
    """
    name = atlas.description.name
    named = (one for one in store.unfinished(profile) if one.atlas == name)
    return next((one for one in named if _is_about(one, atlas)), None)


def _is_about(session: QuizSession, atlas: Atlas) -> bool:
    """Whether an atlas has most of what is asked: some images may have left it since."""
    asked = {one["sha256"] for one in session.questions}
    return 2 * len(atlas.ids_of(asked)) > len(asked)
