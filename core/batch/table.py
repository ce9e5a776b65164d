"""What stands in a row, and what the columns are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.errors import LentigoError
from core.model import Card
from core.model.classifier import Answer
from core.results import Analysis

FILE: Final = "file"
MODEL: Final = "model_sha256"
READING: Final = "reading"

Row = Mapping[str, str]


def columns_of(card: Card) -> tuple[str, ...]:
    """Name the columns of a model's results."""
    return (
        FILE,
        "finding",
        "label",
        *(probability_column(code) for code in card.codes),
        "malignant",
        "certainty",
        "prediction_set",
        "novel",
        "counts_as_malignant",
        "quality",
        "warnings",
        "error_kind",
        "error",
        "milliseconds",
        "precision",
        READING,
        "model",
        MODEL,
    )


def probability_column(code: str) -> str:
    """Name the column of a class's probability."""
    return f"probability_{code}"


def row_of(answer: Answer, card: Card, *, name: str, reading: str, sha256: str) -> Row:
    """Put an answer, or why there is none, into a row.

    Parameters
    ----------
    answer : Answer
        Of one image.
    card : Card
        Of the model.
    name : str
        Of the image, as it stands in the table.
    reading : str
        How answers are read.
    sha256 : str
        Of the model.
    """
    common = {
        FILE: name,
        READING: reading,
        "model": f"{card.name} {card.version}",
        MODEL: sha256,
    }
    if isinstance(answer.outcome, LentigoError):
        return common | {"error_kind": answer.outcome.kind, "error": str(answer.outcome)}
    return common | _finding(answer.outcome, label=answer.label)


def _finding(analysis: Analysis, *, label: str) -> dict[str, str]:
    certainty, novelty, decision = analysis.certainty, analysis.novelty, analysis.decision
    return {
        "finding": analysis.finding,
        "label": label,
        **{probability_column(code): f"{p:.6f}" for code, p in analysis.probabilities.items()},
        "malignant": f"{analysis.malignant:.6f}",
        "certainty": "" if certainty is None else str(certainty.level),
        "prediction_set": " ".join(analysis.prediction_set or ()),
        "novel": "" if novelty is None else _yes(novelty.novel),
        "counts_as_malignant": "" if decision is None else _yes(decision.malignant),
        "quality": " ".join(one.code for one in analysis.quality),
        "warnings": " ".join(one.code for one in analysis.cautions),
        "milliseconds": f"{analysis.milliseconds:.1f}",
        "precision": str(analysis.precision),
    }


def _yes(value: bool) -> str:  # noqa: FBT001 - a value, not a switch
    return "yes" if value else "no"
