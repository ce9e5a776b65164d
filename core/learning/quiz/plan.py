"""What a quiz is to be about; kept with it, and sent to others within a package."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MOST: int = 500
"""Questions of one quiz, at most."""
_Text = Annotated[str, Field(min_length=1, max_length=200)]
_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Difficulty(StrEnum):
    """Which of the images that could be asked about are preferred."""

    EASY = "easy"
    MIXED = "mixed"
    HARD = "hard"


class Topic(BaseModel):
    """Which images of an atlas; what is empty restricts nothing.

    Parameters
    ----------
    codes, sites, confirmations : tuple of str
        Diagnoses, body sites and ways of confirming, as the atlas has them.
    sha256s : tuple of str, optional
        The images of a collection, or favourites; None for all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    codes: tuple[_Text, ...] = ()
    sites: tuple[_Text, ...] = ()
    confirmations: tuple[_Text, ...] = ()
    sha256s: tuple[_Sha256, ...] | None = None


class QuizPlan(BaseModel):
    """How a quiz is to be.

    Parameters
    ----------
    topic : Topic
        About what.
    count : int
        Questions, at most.
    difficulty : Difficulty
        How hard.
    choices : int, optional
        Diagnoses that are offered: the right one and look-alikes; None for all of the topic.
    seconds : float, optional
        For each answer; None where there is time.
    ask_malignant : bool
        Whether that is asked as well.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: Topic = Topic()
    count: Annotated[int, Field(ge=1, le=MOST)] = 20
    difficulty: Difficulty = Difficulty.MIXED
    choices: Annotated[int, Field(ge=2, le=50)] | None = None
    seconds: Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)] | None = None
    ask_malignant: bool = False
