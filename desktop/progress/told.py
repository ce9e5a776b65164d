"""What the answers say, worked out of them outside the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.learning.progress.scope import Scope
    from core.learning.progress.summary import Progress
    from core.learning.store.records import Answer, Profile
    from core.learning.store.store import LearningStore
    from core.report.paper import Paper
    from core.report.plot_ground import PlotLook
    from desktop.progress.wish import Wish


@dataclass(frozen=True, slots=True)
class Told:
    """One person's answers, and what they say.

    Parameters
    ----------
    profile : Profile
        Whose.
    answers : tuple of Answer
        All, the oldest first.
    atlases : tuple of str
        Names of all that were asked about.
    scope : Scope
        Which answers are counted.
    progress : Progress
        What those say.
    """

    profile: Profile
    answers: tuple[Answer, ...]
    atlases: tuple[str, ...]
    scope: Scope
    progress: Progress


def tell(store: LearningStore, profile: Profile, wish: Wish) -> Told:
    """Read somebody's answers, and work out what they say.

    Raises
    ------
    StoreError
        If they cannot be read.
    """
    from core.learning.progress.summary import progress_of

    now = datetime.now(UTC)
    answers, scope = store.answers(profile), wish.scope(now)
    atlases = tuple(sorted({one.atlas for one in answers}))
    return Told(profile, answers, atlases, scope, progress_of(answers, now, scope))


def plots(progress: Progress, names: Mapping[str, str], look: PlotLook) -> bytes:
    """Draw the plots, as a PNG file; in another process."""
    from core.report.learning_plots import draw_progress

    return draw_progress(progress, names, look)


def pdf(told: Told, names: Mapping[str, str], *, made: date, paper: Paper, clinic: str) -> bytes:
    """Set everything on paper; in another process."""
    from core.report.pdf.learning import render_progress

    return render_progress(
        told.progress,
        name=told.profile.name,
        names=names,
        made=made,
        paper=paper,
        clinic=clinic,
        scope=told.scope,
    )
