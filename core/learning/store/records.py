"""What is kept of people who learn: frozen values, as with cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core.cases.records import Record


@dataclass(frozen=True, slots=True)
class ImageMark:
    """An image of an atlas, known by its bytes wherever it lies.

    Parameters
    ----------
    sha256 : str
        Of its file.
    atlas : str
        Name of the atlas that it was met in.
    """

    sha256: str
    atlas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """Somebody who learns on this computer.

    Parameters
    ----------
    name : str
        As they call themselves; unique here.
    """

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Record):
    """Images that somebody has put together.

    Parameters
    ----------
    profile_id : str
        Whose.
    name : str
        Unique among theirs.
    """

    profile_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizSession(Record):
    """One quiz: what was to be asked, so that one that was left can be gone on with.

    Parameters
    ----------
    profile_id : str
        Whose.
    atlas : str
        Name of the atlas.
    plan : dict
        What was chosen; see `core.learning.quiz.plan.QuizPlan`.
    questions : list of dict
        What was drawn, in order; the checksum of each image, and the candidates.
    ended : datetime, optional
        When it was finished or given up; None while it can be gone on with.
    """

    profile_id: str
    atlas: str
    plan: dict[str, Any]
    questions: list[dict[str, Any]]
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """What somebody took an image for before they were told, and what it was.

    Parameters
    ----------
    profile_id, session_id : str
        Whose, and in which quiz.
    number : int
        Of the question, from 1 on.
    sha256, atlas : str
        Which image; see `ImageMark`.
    lesion : str
        Names the lesion: several images of one are no independent questions.
    truth : str
        Code of the diagnosis, as the atlas had it.
    confirmation : str
        How it was confirmed; empty where that is not known.
    candidates : list of str
        Codes that were offered.
    code : str
        What was guessed; empty where nothing was.
    confidence : float
        How sure, 0 to 1.
    malignant : bool, optional
        What they said to that, if they were asked.
    truth_malignant : bool, optional
        Whether it is, as the atlas had it; None where that is not known.
    seconds : float
        That the answer took.
    late : bool
        Whether it came after the time was up, which counts as none.
    finding : str
        What the model says, once that is known; else empty.
    probabilities : dict of str to float
        Of the model, by code.
    """

    profile_id: str
    session_id: str
    number: int
    sha256: str
    atlas: str
    lesion: str
    truth: str
    confirmation: str = ""
    candidates: list[str] = field(default_factory=list)
    code: str
    confidence: float
    malignant: bool | None = None
    truth_malignant: bool | None = None
    seconds: float
    late: bool = False
    finding: str = ""
    probabilities: dict[str, float] = field(default_factory=dict)

    @property
    def right(self) -> bool:
        """Whether it names the diagnosis, in time."""
        return self.code == self.truth and not self.late
