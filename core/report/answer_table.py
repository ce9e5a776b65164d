"""Committed answers as a table: a row for each image, which is named by its checksum only."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from core.cells import cell, flag

if TYPE_CHECKING:
    from core.cases.outcomes import Judged

COLUMNS: Final = (
    "image_sha256",
    "first_answered",
    "first_malignant",
    "first_class",
    "first_confidence",
    "final_changed",
    "final_malignant",
    "final_class",
    "final_confidence",
    "changed_mind",
    "finding",
    "finding_malignant",
    "probability",
    "novel",
    "model",
    "model_sha256",
    "outcome",
)


def answers_csv(judged: Iterable[Judged]) -> bytes:
    """Write all answers as CSV, UTF-8; what was not said or is not known stays empty."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(one) for one in judged)
    return target.getvalue().encode()


def _row(one: Judged) -> Mapping[str, str]:
    said = one.commitment
    answered = said.first is not None
    values = {
        "image_sha256": said.sha256,
        "first_answered": said.created.isoformat(timespec="seconds"),
        "first_malignant": flag(said.malignant),
        "first_class": said.code,
        "first_confidence": str(said.confidence or ""),
        "final_changed": said.changed.isoformat(timespec="seconds") if said.version > 1 else "",
        "final_malignant": flag(said.final_malignant),
        "final_class": said.final_code,
        "final_confidence": str(said.final_confidence or ""),
        "changed_mind": flag(said.changed_mind) if answered else "",
        "finding": said.finding,
        "finding_malignant": flag(said.finding_malignant),
        "probability": f"{said.probability:.6f}",
        "novel": flag(said.novel),
        "model": f"{said.model_name} {said.model_version}",
        "model_sha256": said.model_sha256,
        "outcome": one.outcome,
    }
    return {name: cell(values[name]) for name in COLUMNS}  # a model's maker has named it
