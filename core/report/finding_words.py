"""Words for a finding that is kept with a case: as sure as it was when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from core.language import again, marked, say
from core.report.case_words import class_name
from core.wording import percent

if TYPE_CHECKING:
    from core.cases.records import StoredAnalysis

NOT_ANALYSED: Final = marked("Not analysed")
_LEAST: Final = 0.01
_STRANGE: Final = marked("The model did not take this for a dermoscopic image of a lesion.")


def is_strange(analysis: StoredAnalysis) -> bool:
    """Whether the image is unlike those that the model knows."""
    return bool((analysis.content.get("novelty") or {}).get("novel"))


def finding_sentence(analysis: StoredAnalysis | None) -> str:
    """Say what the model found; of a picture unlike all it knows, only that."""
    if analysis is None:
        return say(NOT_ANALYSED)
    if is_strange(analysis):
        return say(_STRANGE)
    return say(
        "Finding of the model: {name}, {percent}; malignant classes together {malignant}",
        name=class_name(analysis.finding),
        percent=percent(analysis.probability),
        malignant=percent(analysis.malignant),
    )


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
    if rest:
        named.append(say("{count} more below {percent}", count=rest, percent=percent(_LEAST)))
    return say("All classes: {names}.", names=", ".join(named)) if named else ""


def warnings_in(analysis: StoredAnalysis) -> Iterator[str]:
    """Give what was said against the picture or the finding."""
    for kind in ("warnings", "quality"):
        for one in analysis.content.get(kind) or ():
            yield again(str(one.get("message", "")))
