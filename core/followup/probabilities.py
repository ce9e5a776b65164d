"""What two stored findings say differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.cases.records import StoredAnalysis


@dataclass(frozen=True, slots=True)
class ClassChange:
    """One class in both findings.

    Parameters
    ----------
    code : str
        Of the class.
    older, newer : float
        Its probability, 0 to 1.
    """

    code: str
    older: float
    newer: float

    @property
    def points(self) -> float:
        """By how much it rose, -1 to 1."""
        return self.newer - self.older


@dataclass(frozen=True, slots=True)
class FindingChange:
    """How one finding differs from another.

    Parameters
    ----------
    classes : tuple of ClassChange
        Of the classes that both know, the most probable of the newer first.
    malignant : ClassChange
        All malignant classes together; its code is empty.
    other_model : bool
        Whether another model, or another version, gave the newer one: then a change may be the
        model's and not the lesion's.
    other_case_mix : bool
        Whether they were re-weighted to different case mixes.
    unlike : tuple of bool
        Whether the older and the newer picture was unlike anything that the model knows.
    """

    classes: tuple[ClassChange, ...]
    malignant: ClassChange
    other_model: bool
    other_case_mix: bool
    unlike: tuple[bool, bool]


def finding_change(older: StoredAnalysis, newer: StoredAnalysis) -> FindingChange:
    """Compare two stored findings, class by class."""
    before, after = _probabilities(older), _probabilities(newer)
    codes = sorted(before.keys() & after.keys(), key=lambda code: -after[code])
    return FindingChange(
        classes=tuple(ClassChange(code, before[code], after[code]) for code in codes),
        malignant=ClassChange("", older.malignant, newer.malignant),
        other_model=older.model_sha256 != newer.model_sha256,
        other_case_mix=older.content.get("prevalence") != newer.content.get("prevalence"),
        unlike=(_is_unlike(older), _is_unlike(newer)),
    )


def _probabilities(analysis: StoredAnalysis) -> Mapping[str, float]:
    """Give what is kept of each class; of an old record perhaps only the finding."""
    kept: Mapping[str, Any] = analysis.content.get("probabilities") or {
        analysis.finding: analysis.probability
    }
    return {code: float(value) for code, value in kept.items()}


def _is_unlike(analysis: StoredAnalysis) -> bool:
    novelty = analysis.content.get("novelty")
    return bool(novelty and novelty["novel"])
