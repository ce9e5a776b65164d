"""A finding as plain values: what the command line writes, and what is kept of it with a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from core.explain.hidden import Hidden
from core.language import in_english
from core.results import Analysis, Caution
from core.trust.evidence import Record
from core.trust.verdicts import QualityFinding

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def finding_values(analysis: Analysis, *, label: str) -> dict[str, Any]:
    """Turn a finding into plain values, as ``docs/schemas/classify.schema.json`` describes them."""
    return {
        "finding": analysis.finding,
        "label": label,
        "probabilities": {code: round(p, 6) for code, p in analysis.probabilities.items()},
        "malignant": round(analysis.malignant, 6),
        "prevalence": analysis.prevalence and dict(analysis.prevalence),
        **_trust(analysis),
        "warnings": remarks(analysis.cautions),
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
        "quality": remarks(analysis.quality),
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


def remarks(given: Iterable[Caution | QualityFinding]) -> list[dict[str, str]]:
    """Turn remarks into plain values."""
    return [{"code": remark.code, "message": in_english(remark.message)} for remark in given]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
