"""Answers of quizzes as a table: a row for each, with its image named by its checksum."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from core.cells import cell, flag
from core.learning.progress.scope import EVERYTHING, Scope

if TYPE_CHECKING:
    from core.learning.store.records import Answer

COLUMNS: Final = (
    *("answered", "quiz", "question", "atlas", "image_sha256", "lesion"),
    *("diagnosis", "confirmation", "offered", "answer", "confidence", "seconds"),
    *("late", "right", "first_meeting", "finding", "probability_of_diagnosis"),
    *("malignant", "truth_malignant"),
)
"""What each column means stands in docs/learning.md."""


def learning_csv(answers: Iterable[Answer], scope: Scope = EVERYTHING) -> bytes:
    """Write answers as CSV, UTF-8; what was not said stays empty.

    Parameters
    ----------
    answers : iterable of Answer
        All, the oldest first, since they tell which are first meetings.
    scope : Scope
        Which of them have a row.
    """
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
    writer.writeheader()
    met: set[tuple[str, str]] = set()
    for one in answers:
        key = (one.truth, one.lesion)
        row = {**_row(one), "first_meeting": flag(key not in met)}
        if scope.holds(one):
            writer.writerow({name: cell(row[name]) for name in COLUMNS})
        met.add(key)
    return target.getvalue().encode()


def _row(one: Answer) -> Mapping[str, str]:
    probability = one.probabilities.get(one.truth)
    return {
        "answered": one.created.isoformat(timespec="seconds"),
        "quiz": one.session_id,
        "question": str(one.number),
        "atlas": one.atlas,
        "image_sha256": one.sha256,
        "lesion": one.lesion,
        "diagnosis": one.truth,
        "confirmation": one.confirmation,
        "offered": " ".join(one.candidates),
        "answer": one.code,
        "confidence": f"{one.confidence:.2f}",
        "malignant": flag(one.malignant),
        "truth_malignant": flag(one.truth_malignant),
        "seconds": f"{one.seconds:.3f}",
        "late": flag(one.late),
        "right": flag(one.right),
        "finding": one.finding,
        "probability_of_diagnosis": "" if probability is None else f"{probability:.6f}",
    }
