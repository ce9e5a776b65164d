"""What is asked, what is answered, and what is told then."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.cases.records import now
from core.errors import AccessDenied, FileMissing
from core.language import say
from core.reasons import why

if TYPE_CHECKING:
    from core.atlas.item import AtlasItem
    from core.learning.store.records import Answer

CONFIDENCES: Final = (0.2, 0.4, 0.6, 0.8, 0.95)
"""How sure one can say to be: nobody is always right."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time.

    Parameters
    ----------
    now : callable
        The moment, UTC.
    ticks : callable
        Seconds that only go forward, to measure how long an answer takes.
    """

    now: Callable[[], datetime] = now
    ticks: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class HiddenImage:
    """The image of a question: names of files and folders often say what it shows.

    Parameters
    ----------
    number : int
        Of the question.
    path : Path
        Where it lies; for whoever reads it, never to be shown.
    """

    number: int
    path: Path = field(repr=False)

    def read_whole(self) -> bytes:
        """Give the bytes of the file.

        Raises
        ------
        FileMissing, AccessDenied
            If it cannot be read; without its name.
        """
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            raise FileMissing(
                say("The image of question {number} is not there any more.", number=self.number),
                value=self.number,
            ) from None
        except OSError as error:
            raise AccessDenied(
                say(
                    "The image of question {number} cannot be read: {reason}.",
                    number=self.number,
                    reason=why(error),
                ),
                value=self.number,
            ) from None


@dataclass(frozen=True, slots=True)
class Question:
    """A question, without anything that would give its answer away.

    Parameters
    ----------
    number, total : int
        From 1 on; of how many.
    image : HiddenImage
        To be shown.
    candidates : tuple of str
        Codes that are offered.
    seconds : float, optional
        In which it is to be answered.
    ask_malignant : bool
        Whether that is asked as well.
    """

    number: int
    total: int
    image: HiddenImage
    candidates: tuple[str, ...]
    seconds: float | None = None
    ask_malignant: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """What somebody takes an image for.

    Parameters
    ----------
    code : str
        One of the candidates; empty for no answer.
    confidence : float
        How sure, 0 to 1.
    malignant : bool, optional
        What they say to that.
    """

    code: str
    confidence: float = 0.0
    malignant: bool | None = None


@dataclass(frozen=True, slots=True)
class Reveal:
    """What is told once an answer is kept.

    Parameters
    ----------
    answer : Answer
        As it was kept.
    item : AtlasItem
        The image with its diagnosis, how that was confirmed, and its file.
    name : str
        Of the diagnosis.
    malignant : bool, optional
        Whether that is; None where nobody has said so.
    """

    answer: Answer
    item: AtlasItem
    name: str
    malignant: bool | None

    @property
    def malignant_right(self) -> bool | None:
        """Whether what was said to that is right; None where it was not said or is not known."""
        if self.answer.malignant is None or self.malignant is None:
            return None
        return self.answer.malignant == self.malignant
