"""A selection of cases as CSV or JSON: documented columns, and nobody's name unless chosen."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from core.cases.fields import DiagnosisKind
from core.cases.filled_checklist import FilledChecklist
from core.cases.selection import SelectedRow, Stated
from core.cells import cell
from core.checklists.kinds import ChecklistKind
from core.checklists.known import CHECKLISTS
from core.report.table_kind import TableKind

COLUMNS: Final = (
    *("patient", "birth_year", "sex", "skin_type"),
    *("lesion", "site", "side", "visit"),
    *("image_sha256", "width", "height", "mm_per_pixel"),
    *("model", "finding", "probability", "malignant", "counts_as_malignant", "novel"),
    *("probabilities", "analysed"),
    *("clinical_diagnosis", "clinical_day", "pathology", "pathology_day"),
    *("abcd_score", "abcd_day", "seven_point_score", "seven_point_day"),
)
"""What each column means stands in docs/reports.md."""
IDENTIFYING: Final = ("patient_name", "file_name", "clinical_words", "pathology_words")
"""Only where chosen: names, and what was written freely."""

_BOM: Final = "\ufeff"  # without it, spreadsheets take the letters for those of their own system


def selection_table(
    rows: Sequence[SelectedRow], kind: TableKind, *, identifying: bool = False
) -> bytes:
    """Write a selection.

    Parameters
    ----------
    rows : sequence of SelectedRow
        What is in it.
    kind : TableKind
        As what.
    identifying : bool
        Whether names, file names and free texts are in it.
    """
    values = [_values(row, identifying=identifying) for row in rows]
    if kind is TableKind.JSON:
        return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
    columns = (*COLUMNS, *(IDENTIFYING if identifying else ()))
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, columns)
    writer.writeheader()
    writer.writerows({name: _cell(one[name]) for name in columns} for one in values)
    return (_BOM + written.getvalue()).encode()


def _values(row: SelectedRow, *, identifying: bool) -> dict[str, Any]:
    content = row.content or {}
    clinical = row.diagnoses.get(DiagnosisKind.CLINICAL)
    pathology = row.diagnoses.get(DiagnosisKind.PATHOLOGY)
    values = {
        "patient": row.pseudonym,
        "birth_year": row.birth_year,
        "sex": row.sex,
        "skin_type": row.skin_type,
        "lesion": row.label,
        "site": row.site,
        "side": row.side,
        "visit": row.day and row.day.isoformat(),
        "image_sha256": row.sha256,
        "width": row.width,
        "height": row.height,
        "mm_per_pixel": row.mm_per_pixel,
        "model": row.model_name and f"{row.model_name} {row.model_version}",
        "finding": row.finding,
        "probability": row.probability,
        "malignant": row.malignant,
        "counts_as_malignant": (content.get("operating_point") or {}).get("malignant"),
        "novel": (content.get("novelty") or {}).get("novel"),
        "probabilities": content.get("probabilities"),
        "analysed": row.analysed and row.analysed.isoformat(timespec="seconds"),
        **_stated("clinical_diagnosis", "clinical_day", clinical),
        **_stated("pathology", "pathology_day", pathology),
        **_filled("abcd_score", "abcd_day", row.checklists.get(ChecklistKind.ABCD)),
        **_filled(
            "seven_point_score", "seven_point_day", row.checklists.get(ChecklistKind.SEVEN_POINT)
        ),
    }
    if identifying:
        values |= {
            "patient_name": row.name,
            "file_name": row.file_name,
            "clinical_words": clinical and clinical.text,
            "pathology_words": pathology and pathology.text,
        }
    return values


def _stated(what: str, when: str, stated: Stated | None) -> dict[str, str | None]:
    if stated is None:
        return {what: None, when: None}
    return {what: stated.code, when: stated.day.isoformat()}


def _filled(what: str, when: str, filled: FilledChecklist | None) -> dict[str, float | str | None]:
    """Say a score and its day; an incomplete checklist has a day, and no score."""
    if filled is None:
        return {what: None, when: None}
    score = CHECKLISTS[filled.kind].score(filled.answers)
    return {what: None if score is None else float(score), when: filled.day.isoformat()}


def _cell(value: object) -> object:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Mapping():
            return " ".join(f"{code}={share:g}" for code, share in value.items())
        case str():
            return cell(value)
    return value
