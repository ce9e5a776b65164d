"""How answers appear on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from core.commands.similar_images import SimilarImages
from core.errors import LentigoError
from core.explain.hidden import Hidden
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.evidence_words import asked_for, count_words
from core.report.trust_words import is_novel
from core.results import Analysis, Caution
from core.trust.evidence import Record
from core.trust.verdicts import QualityFinding

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST_NAME = 60
_WIDTHS = (6, 12, 9, 6)  # of the columns of numbers


class Printer(Protocol):
    """Shows answers, one after the other."""

    def show(self, answer: Answer) -> None:
        """Show one answer."""


class JsonLines:
    """One JSON object a line; ``docs/schemas/classify.schema.json`` describes it.

    Parameters
    ----------
    similar : SimilarImages, optional
        Finds similar images, where an atlas was named.
    """

    def __init__(self, similar: SimilarImages | None = None) -> None:
        self._similar = similar

    def show(self, answer: Answer) -> None:
        """Print one line."""
        values = as_json(answer)
        if self._similar is not None and isinstance(answer.outcome, Analysis):
            values["similar"] = self._similar.as_json(answer)
        print_line(json.dumps(values, ensure_ascii=True, allow_nan=False))


def as_json(answer: Answer) -> dict[str, Any]:
    """Turn an answer into plain values."""
    outcome = answer.outcome
    if isinstance(outcome, LentigoError):
        error = {"kind": outcome.kind, "message": outcome.message}
        return {"file": str(answer.source), "error": error}
    return {"file": str(answer.source), **_finding(outcome, label=answer.label)}


def _finding(analysis: Analysis, *, label: str) -> dict[str, Any]:
    return {
        "finding": analysis.finding,
        "label": label,
        "probabilities": {code: round(p, 6) for code, p in analysis.probabilities.items()},
        "malignant": round(analysis.malignant, 6),
        "prevalence": analysis.prevalence and dict(analysis.prevalence),
        **_trust(analysis),
        "warnings": _remarks(analysis.cautions),
        "model": {
            "name": analysis.model.name,
            "version": analysis.model.version,
            "sha256": analysis.model.sha256,
        },
        "engine": str(analysis.engine),
        "device": str(analysis.device),
        "milliseconds": round(analysis.milliseconds, 1),
    }


def _trust(analysis: Analysis) -> dict[str, Any]:
    """Say how far the finding can be believed; null where the model's card has no rule for it."""
    certainty, decision, novelty = analysis.certainty, analysis.decision, analysis.novelty
    return {
        "certainty": certainty
        and {"level": str(certainty.level), "spread": _rounded(certainty.spread)},
        "prediction_set": analysis.prediction_set and list(analysis.prediction_set),
        "operating_point": decision and {"name": decision.name, "malignant": decision.malignant},
        "novelty": novelty
        and {
            "score": _rounded(novelty.score),
            "threshold": _rounded(novelty.threshold),
            "novel": novelty.novel,
        },
        "quality": _remarks(analysis.quality),
        "evidence": analysis.evidence and [_record(one) for one in analysis.evidence],
        "without_lesion": analysis.hidden and _without_lesion(analysis.hidden, analysis),
    }


def _record(record: Record) -> dict[str, Any]:
    """Say how often a group's findings were right; without enough lesions, nothing but how many."""
    group, harder = record.group, record.harder
    return {
        "group": {
            "finding": group.finding,
            "probability": list(group.band),
            "site": group.site,
            "age": group.age and str(group.age),
        },
        **_share(record),
        "instead": dict(record.instead) if record.enough else None,
        "without_follow_up": harder and _share(harder),
    }


def _share(record: Record) -> dict[str, Any]:
    low, high = record.interval or (None, None)
    right = record.right if record.enough else None
    return {"k": right, "n": record.lesions, "low": _rounded(low), "high": _rounded(high)}


def _without_lesion(hidden: Hidden, analysis: Analysis) -> dict[str, Any]:
    """Say what is found where the lesion, or all else, is hidden; null where none was found."""
    codes = list(analysis.probabilities)
    if not hidden.found:
        return {
            "lesion_found": False,
            "answer": None,
            "kept": None,
            "survives": None,
            "alone": None,
        }
    return {
        "lesion_found": True,
        "answer": _first_of(hidden.without_lesion, codes),
        "kept": round(hidden.kept, 6),
        "survives": hidden.survives_without_lesion,
        "alone": _first_of(hidden.without_background, codes),
    }


def _first_of(probabilities: NDArray[np.float64], codes: Sequence[str]) -> dict[str, Any]:
    place = int(probabilities.argmax())
    return {"finding": codes[place], "probability": round(float(probabilities[place]), 6)}


def _remarks(remarks: Iterable[Caution | QualityFinding]) -> list[dict[str, str]]:
    return [{"code": remark.code, "message": remark.message} for remark in remarks]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


class Table:
    """Aligned columns for people.

    Parameters
    ----------
    card : Card
        Of the model that answers.
    sources : sequence of Path
        All that will be shown, for the width of the first column.
    """

    def __init__(self, card: Card, sources: Sequence[Path]) -> None:
        self._file = min(max(len(str(source)) for source in sources), _LONGEST_NAME)
        self._label = max(len(entry.name) for entry in card.classes)
        self._row("file", "finding", "", "right before", "malignant", "ms")
        sys.stderr.write(f"{STATEMENT}\n")

    def show(self, answer: Answer) -> None:
        """Print one row, its cautions below it."""
        name = _shortened(str(answer.source), self._file)
        outcome = answer.outcome
        if isinstance(outcome, LentigoError):
            print_line(f"{name:{self._file}}  {outcome.message}")
            return
        probability = outcome.probabilities[outcome.finding]
        percent, malignant = f"{probability:.1%}", f"{outcome.malignant:.1%}"
        before = _right_before(outcome)
        self._row(name, answer.label, percent, before, malignant, f"{outcome.milliseconds:.1f}")
        for remark in _remarks((*outcome.cautions, *outcome.quality)):
            print_line(f"{'':{self._file}}  {remark['message']}")

    def _row(self, file: str, finding: str, *numbers: str) -> None:
        columns = (f"{number:>{width}}" for number, width in zip(numbers, _WIDTHS, strict=True))
        print_line("  ".join((f"{file:{self._file}}", f"{finding:{self._label}}", *columns)))


def _right_before(analysis: Analysis) -> str:
    """Say how often such findings were right, easy lesions left out: a cell has no room for more.

    Of a picture that is unlike all others it says nothing.
    """
    if not analysis.evidence or is_novel(analysis):
        return "-"
    record = asked_for(analysis.evidence)
    return count_words(record.harder or record)


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[1 - width :]


def print_line(line: str) -> None:
    """Print one line; a name that the terminal's encoding lacks must not end the work."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stdout.flush()
