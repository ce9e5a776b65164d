"""Searching lesions: by words, place, time, finding and diagnosis, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy import Connection, Select, func, select

from core.cases.conditions import LesionQuery, conditions_of
from core.cases.drafts import drafted
from core.cases.fields import BodySite
from core.cases.tables import ANALYSES, DIAGNOSES, IMAGES, LESIONS, PATIENTS, VISITS
from core.sql.kinds import rows_of

__all__ = ["Found", "LesionLine", "LesionQuery", "find_lesions", "images_of"]

_NOVEL: Final = ANALYSES.c.content["novelty"]["novel"].as_boolean()


@dataclass(frozen=True, slots=True)
class LesionLine:
    """A lesion as a list shows it.

    Parameters
    ----------
    lesion_id, patient_id : str
        Which.
    pseudonym, name, label : str
        What they are called.
    site : BodySite, optional
        Where it is.
    images : int
        How many there are of it.
    last_day : date, optional
        Of the last visit with an image of it.
    finding : str, optional
        Code that the newest analysis found.
    probability : float, optional
        Of that.
    diagnosis : str, optional
        Code of the newest diagnosis.
    novel : bool, optional
        Whether the newest analysis found the image unlike those that its model knows.
    draft : bool
        Whether something about it, or about its patient, was begun and not saved.
    """

    lesion_id: str
    patient_id: str
    pseudonym: str
    name: str
    label: str
    site: BodySite | None
    images: int
    last_day: date | None
    finding: str | None
    probability: float | None
    diagnosis: str | None
    novel: bool | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found.

    Parameters
    ----------
    lines : tuple of LesionLine
        Those last changed first.
    total : int
        How many there are on all pages.
    """

    lines: tuple[LesionLine, ...]
    total: int


def find_lesions(connection: Connection, query: LesionQuery) -> Found:
    """Search."""
    joined = LESIONS.join(PATIENTS, PATIENTS.c.id == LESIONS.c.patient_id)
    conditions = conditions_of(query)
    total = select(func.count()).select_from(joined).where(*conditions)
    # First which lesions, then all about them: the rest is worked out for one page only.
    page = (
        select(LESIONS.c.id)
        .select_from(joined)
        .where(*conditions)
        .order_by(LESIONS.c.changed.desc(), LESIONS.c.id)
        .limit(query.size)
        .offset(query.page * query.size)
    )
    lines = [LesionLine(*row) for row in rows_of(connection, _lines(page))]
    begun = drafted(connection)
    marked = (replace(line, draft=not begun.isdisjoint(_ids(line))) for line in lines)
    return Found(tuple(marked), connection.execute(total).scalar_one())


def _ids(line: LesionLine) -> tuple[str, str]:
    return line.lesion_id, line.patient_id


def _lines(page: Select[tuple[str]]) -> Select[tuple[object, ...]]:
    newest = (
        select(ANALYSES.c.finding, ANALYSES.c.probability, _NOVEL)
        .join_from(ANALYSES, IMAGES)
        .where(IMAGES.c.lesion_id == LESIONS.c.id)
        .order_by(ANALYSES.c.created.desc(), ANALYSES.c.id)
        .limit(1)
        .correlate(LESIONS)
    )
    own_images = select(func.count()).where(IMAGES.c.lesion_id == LESIONS.c.id).correlate(LESIONS)
    last_day = (
        select(func.max(VISITS.c.day))
        .join_from(IMAGES, VISITS)
        .where(IMAGES.c.lesion_id == LESIONS.c.id)
        .correlate(LESIONS)
    )
    diagnosis = (
        select(DIAGNOSES.c.code)
        .where(DIAGNOSES.c.lesion_id == LESIONS.c.id)
        .order_by(DIAGNOSES.c.day.desc(), DIAGNOSES.c.created.desc())
        .limit(1)
        .correlate(LESIONS)
    )
    return (
        select(
            LESIONS.c.id,
            LESIONS.c.patient_id,
            PATIENTS.c.pseudonym,
            PATIENTS.c.name,
            LESIONS.c.label,
            LESIONS.c.site,
            own_images.scalar_subquery(),
            last_day.scalar_subquery(),
            newest.with_only_columns(ANALYSES.c.finding).scalar_subquery(),
            newest.with_only_columns(ANALYSES.c.probability).scalar_subquery(),
            diagnosis.scalar_subquery(),
            newest.with_only_columns(_NOVEL).scalar_subquery(),
        )
        .join_from(LESIONS, PATIENTS)
        .where(LESIONS.c.id.in_(page))
        .order_by(LESIONS.c.changed.desc(), LESIONS.c.id)
    )


def images_of(connection: Connection, checksums: Iterable[str]) -> list[str]:
    """Return the ids of the images whose bytes have one of these checksums, sorted."""
    wanted = select(IMAGES.c.id).where(IMAGES.c.sha256.in_(tuple(checksums)))
    return sorted(connection.execute(wanted).scalars())
