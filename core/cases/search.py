"""Searching lesions: by words, place, time, finding and diagnosis, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from core.cases.fields import BodySite
from core.cases.folding import folded
from core.cases.tables import ANALYSES, DIAGNOSES, IMAGES, LESIONS, NOTES, PATIENTS, VISITS

_PAGE: Final = 100
_ESCAPE: Final = "\\"
_NOVEL: Final = ANALYSES.c.content["novelty"]["novel"].as_boolean()


@dataclass(frozen=True, slots=True, kw_only=True)
class LesionQuery:
    """What to look for; what is not stated does not matter.

    Parameters
    ----------
    words : str
        All of them, in any order, in patient, lesion, notes or diagnoses; neither case nor accents
        matter.
    site : BodySite, optional
        Where it is.
    finding : str
        Code of the class that a model found in one of its images.
    diagnosis : str
        Code of the class that a clinician or pathologist named.
    since, until : date, optional
        A visit on or after, on or before.
    page : int
        Which page, from 0.
    size : int
        Lesions on a page.
    """

    words: str = ""
    site: BodySite | None = None
    finding: str = ""
    diagnosis: str = ""
    since: date | None = None
    until: date | None = None
    page: int = 0
    size: int = _PAGE


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
    conditions = list(_conditions(query))
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
    rows = connection.execute(_lines(page)).all()
    return Found(tuple(LesionLine(*row) for row in rows), connection.execute(total).scalar_one())


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


def _conditions(query: LesionQuery) -> list[ColumnElement[bool]]:
    conditions = [_holds(word) for word in folded(query.words).split()]
    if query.site is not None:
        conditions.append(LESIONS.c.site == query.site)
    if query.finding:
        found = and_(IMAGES.c.lesion_id == LESIONS.c.id, ANALYSES.c.finding == query.finding)
        conditions.append(exists().where(ANALYSES.c.image_id == IMAGES.c.id, found))
    if query.diagnosis:
        named = and_(DIAGNOSES.c.lesion_id == LESIONS.c.id, DIAGNOSES.c.code == query.diagnosis)
        conditions.append(exists().where(named))
    if query.since is not None or query.until is not None:
        conditions.append(_seen(query))
    return conditions


def _seen(query: LesionQuery) -> ColumnElement[bool]:
    visits = [IMAGES.c.lesion_id == LESIONS.c.id, VISITS.c.id == IMAGES.c.visit_id]
    if query.since is not None:
        visits.append(VISITS.c.day >= query.since)
    if query.until is not None:
        visits.append(VISITS.c.day <= query.until)
    return exists().where(*visits)


def _holds(word: str) -> ColumnElement[bool]:
    """Whether a word stands anywhere in what is written about a lesion or its patient."""
    pattern = "%" + "".join(_ESCAPE + c if c in "%_\\" else c for c in word) + "%"
    of_lesion = or_(
        NOTES.c.lesion_id == LESIONS.c.id,
        and_(NOTES.c.lesion_id.is_(None), NOTES.c.patient_id == LESIONS.c.patient_id),
    )
    return or_(
        PATIENTS.c.folded.like(pattern, escape=_ESCAPE),
        LESIONS.c.folded.like(pattern, escape=_ESCAPE),
        exists().where(of_lesion, NOTES.c.folded.like(pattern, escape=_ESCAPE)),
        exists().where(
            DIAGNOSES.c.lesion_id == LESIONS.c.id,
            DIAGNOSES.c.folded.like(pattern, escape=_ESCAPE),
        ),
    )
