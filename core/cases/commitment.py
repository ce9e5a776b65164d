"""What a clinician said about an image before the model's finding was shown, and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from core.cases.records import Record


class Confidence(StrEnum):
    """How sure a clinician is of an answer."""

    GUESS = "guess"
    FAIR = "fair"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class CommittedAnswer:
    """What a clinician takes a lesion for.

    Parameters
    ----------
    malignant : bool
        Whether it is malignant.
    code : str
        Of its class; empty where only that was said.
    confidence : Confidence, optional
        How sure they are, if they said so.
    """

    malignant: bool
    code: str = ""
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """Answers about one image, and what the model found. Neither image nor patient is in it.

    Parameters
    ----------
    sha256 : str
        Of the image's bytes: a later pathology report of a case with the same image belongs to it.
    malignant : bool, optional
        First answer; None where the finding was shown without one.
    code : str
        Class of that answer; empty where none was named.
    confidence : Confidence, optional
        In that answer.
    final_malignant, final_code, final_confidence
        The same of the last answer, which is the first until they change their mind.
    finding : str
        Code of the class that the model found.
    finding_malignant : bool
        Whether that class is malignant.
    probability : float
        Of the finding, 0 to 1.
    novel : bool
        Whether the model found the image unlike those that it knows.
    model_name, model_version, model_sha256 : str
        Which model.
    """

    sha256: str
    malignant: bool | None = None
    code: str = ""
    confidence: Confidence | None = None
    final_malignant: bool | None = None
    final_code: str = ""
    final_confidence: Confidence | None = None
    finding: str
    finding_malignant: bool
    probability: float
    novel: bool = False
    model_name: str
    model_version: str
    model_sha256: str

    @property
    def first(self) -> CommittedAnswer | None:
        """What was said before the finding was shown."""
        if self.malignant is None:
            return None
        return CommittedAnswer(self.malignant, self.code, self.confidence)

    @property
    def final(self) -> CommittedAnswer | None:
        """What was said last."""
        if self.final_malignant is None:
            return None
        return CommittedAnswer(self.final_malignant, self.final_code, self.final_confidence)

    @property
    def changed_mind(self) -> bool:
        """Whether the last answer is another diagnosis than the first; being surer is none."""
        return (self.malignant, self.code) != (self.final_malignant, self.final_code)

    def answered(self, answer: CommittedAnswer) -> Self:
        """Return it with a first answer."""
        return replace(
            self.with_final(answer),
            malignant=answer.malignant,
            code=answer.code,
            confidence=answer.confidence,
        )

    def with_final(self, answer: CommittedAnswer) -> Self:
        """Return it with another last answer."""
        return replace(
            self,
            final_malignant=answer.malignant,
            final_code=answer.code,
            final_confidence=answer.confidence,
        )
