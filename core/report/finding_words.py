"""Words for a finding that is kept with a case: as sure as it was when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from core.report.case_words import class_name
from core.wording import percent

if TYPE_CHECKING:
    from core.cases.records import StoredAnalysis

NOT_ANALYSED: Final = "Not analysed"
_LEAST: Final = 0.01
_STRANGE: Final = "The model did not take this for a dermoscopic image of a lesion."


def is_strange(analysis: StoredAnalysis) -> bool:
    """Whether the image is unlike those that the model knows."""
    return bool((analysis.content.get("novelty") or {}).get("novel"))


def finding_sentence(analysis: StoredAnalysis | None) -> str:
    """Say what the model found; of a picture unlike all it knows, only that."""
    if analysis is None:
        return NOT_ANALYSED
    if is_strange(analysis):
        return _STRANGE
    found = f"Finding of the model: {class_name(analysis.finding)}, {percent(analysis.probability)}"
    return f"{found}; malignant classes together {percent(analysis.malignant)}"


def all_classes(analysis: StoredAnalysis) -> str:
    """List the classes with their probabilities, the most probable first; empty where unknown.

    Those of less than a hundredth are summed up, as their number.
    """
    known = analysis.content.get("probabilities") or {}
    if is_strange(analysis):
        return ""
    ranked = sorted(known.items(), key=lambda pair: -pair[1])
    named = [f"{class_name(code)} {percent(value)}" for code, value in ranked if value >= _LEAST]
    rest = len(ranked) - len(named)
    words = ", ".join([*named, f"{rest} more below {percent(_LEAST)}"] if rest else named)
    return f"All classes: {words}." if words else ""


def warnings_in(analysis: StoredAnalysis) -> Iterator[str]:
    """Give what was said against the picture or the finding."""
    for kind in ("warnings", "quality"):
        for one in analysis.content.get(kind) or ():
            yield str(one.get("message", ""))
