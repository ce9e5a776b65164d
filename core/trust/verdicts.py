"""What is said about an answer beside its probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CertaintyLevel(StrEnum):
    """How often findings of this probability are wrong."""

    USUAL = "usual"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the model is of its finding.

    Parameters
    ----------
    level : CertaintyLevel
        Low where findings of this probability are wrong more often than the card's error rate.
    spread : float, optional
        Standard deviation of the finding's probability over turned and mirrored views, 0 to 0.5;
        None where one view was analysed.
    """

    level: CertaintyLevel
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A yes or no to "malignant?", at an operating point.

    Parameters
    ----------
    name : str
        Of the operating point, as on the card.
    malignant : bool
        Whether the malignant total reaches its threshold.
    """

    name: str
    malignant: bool


@dataclass(frozen=True, slots=True)
class Novelty:
    """How unlike the images that the model knows this one is.

    Parameters
    ----------
    score : float
        Larger for stranger images; its unit is the detector's own.
    threshold : float
        Above it, an image counts as novel.
    """

    score: float
    threshold: float

    @property
    def novel(self) -> bool:
        """Whether this does not look like a dermoscopic image of a lesion."""
        return self.score > self.threshold


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """Something about the picture that makes its finding less reliable.

    Parameters
    ----------
    code : str
        Stable name, for machines.
    message : str
        What is wrong and what to do about it, for the user.
    """

    code: str
    message: str
