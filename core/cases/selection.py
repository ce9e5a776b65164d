"""A selection of lesions row by row: each analysis of each image, to be given away as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, select

from core.cases.conditions import LesionQuery, conditions_of
from core.cases.fields import BodySite, DiagnosisKind, Sex, Side
from core.cases.filled_checklist import FilledChecklist
from core.cases.kinds import CHECKLISTS
from core.cases.tables import ANALYSES, DIAGNOSES, IMAGES, LESIONS, PATIENTS, VISITS
from core.checklists.kinds import ChecklistKind
from core.sql.kinds import rows_of

_AT_ONCE: Final = 500  # databases limit how many values a question may have


@dataclass(frozen=True, slots=True)
class Stated:
    """A diagnosis as a row tells it.

    Parameters
    ----------
    code, text : str
        Of the class, and in own words.
    day : date
        Of the diagnosis.
    """

    code: str
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class SelectedRow:
    """An analysis; or an image that nobody analysed; or a lesion without images.

    Parameters
    ----------
    lesion_id, pseudonym, name, birth_year, sex, skin_type, label, site, side
        Of lesion and patient.
    day : date, optional
        Of the visit.
    sha256, file_name, width, height, mm_per_pixel
        Of the image.
    model_name, model_version, finding, probability, malignant, content, analysed
        Of the analysis.
    diagnoses : mapping of DiagnosisKind to Stated
        The newest of each kind.
    checklists : mapping of ChecklistKind to FilledChecklist
        The same, complete or not.
    """

    lesion_id: str
    pseudonym: str
    name: str
    birth_year: int | None
    sex: Sex | None
    skin_type: int | None
    label: str
    site: BodySite | None
    side: Side | None
    day: date | None
    sha256: str | None
    file_name: str | None
    width: int | None
    height: int | None
    mm_per_pixel: float | None
    model_name: str | None
    model_version: str | None
    finding: str | None
    probability: float | None
    malignant: float | None
    content: Mapping[str, Any] | None
    analysed: datetime | None
    diagnoses: Mapping[DiagnosisKind, Stated] = field(default_factory=dict)
    checklists: Mapping[ChecklistKind, FilledChecklist] = field(default_factory=dict)


def read_selection(connection: Connection, query: LesionQuery) -> list[SelectedRow]:
    """Read all that a query finds, whatever its page; patient by patient, in the order of time."""
    found = (
        select(LESIONS.c.id)
        .join_from(LESIONS, PATIENTS)
        .where(*conditions_of(query))
        .order_by(PATIENTS.c.pseudonym, LESIONS.c.created, LESIONS.c.id)
    )
    ids = connection.execute(found).scalars().all()
    return [row for some in _portions(ids) for row in _read(connection, some)]


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(ids)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _read(connection: Connection, ids: list[str]) -> Iterator[SelectedRow]:
    stated, filled = _diagnoses(connection, ids), _checklists(connection, ids)
    p, le, v, i, a = PATIENTS.c, LESIONS.c, VISITS.c, IMAGES.c, ANALYSES.c
    joined = (
        LESIONS.join(PATIENTS).outerjoin(IMAGES, i.lesion_id == le.id)
        .outerjoin(VISITS, v.id == i.visit_id).outerjoin(ANALYSES, a.image_id == i.id)
    )  # fmt: skip
    rows = (
        select(
            le.id, p.pseudonym, p.name, p.birth_year, p.sex, p.skin_type, le.label, le.site,
            le.side, v.day, i.sha256, i.name.label("file_name"), i.width, i.height,
            i.mm_per_pixel, a.model_name, a.model_version, a.finding, a.probability, a.malignant,
            a.content, a.created.label("analysed"),
        )
        .select_from(joined)
        .where(le.id.in_(ids))
        .order_by(p.pseudonym, le.created, le.id, v.day, i.created, i.id, a.created, a.id)
    )  # fmt: skip
    for row in rows_of(connection, rows):
        yield replace(
            SelectedRow(*row),
            diagnoses=stated.get(row.id, {}),
            checklists=filled.get(row.id, {}),
        )


def _diagnoses(
    connection: Connection, ids: list[str]
) -> Mapping[str, Mapping[DiagnosisKind, Stated]]:
    d = DIAGNOSES.c
    rows = (
        select(d.lesion_id, d.kind, d.code, d.text, d.day)
        .where(d.lesion_id.in_(ids))
        .order_by(d.day, d.created)
    )
    stated: dict[str, dict[DiagnosisKind, Stated]] = {}
    for lesion_id, kind, code, words, day in rows_of(connection, rows):
        stated.setdefault(lesion_id, {})[kind] = Stated(code, words, day)
    return stated


def _checklists(
    connection: Connection, ids: list[str]
) -> Mapping[str, Mapping[ChecklistKind, FilledChecklist]]:
    c = CHECKLISTS.table.c
    filled: dict[str, dict[ChecklistKind, FilledChecklist]] = {}
    for one in CHECKLISTS.find(connection, c.lesion_id.in_(ids), order=(c.day, c.created)):
        filled.setdefault(one.lesion_id, {})[one.kind] = one
    return filled
