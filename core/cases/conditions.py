"""What a search for lesions asks of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, true

from core.cases.fields import BodySite
from core.cases.folding import folded
from core.cases.tables import ANALYSES, DIAGNOSES, IMAGES, LESIONS, NOTES, PATIENTS, VISITS
from core.sql.json_object import IsJsonObject

_PAGE: Final = 100
_ESCAPE: Final = "\\"
_DECIDED: Final = ANALYSES.c.content["operating_point"]["malignant"].as_boolean()
_EVEN: Final = 0.5


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
    malignant : bool
        Only those of which a model said, of one of the images, that it counts as malignant: at the
        operating point of that time, or where there was none, by half of the probability or more;
        and those of which one of the answers is too damaged to tell.
    diagnosis : str
        Code of the class that a clinician or pathologist named.
    since, until : date, optional
        A visit on or after, on or before.
    unseen_since : date, optional
        Seen before, but not on or after.
    lesion_ids : tuple of str
        Only these.
    page : int
        Which page, from 0.
    size : int
        Lesions on a page.
    """

    words: str = ""
    site: BodySite | None = None
    finding: str = ""
    malignant: bool = False
    diagnosis: str = ""
    since: date | None = None
    until: date | None = None
    unseen_since: date | None = None
    lesion_ids: tuple[str, ...] = ()
    page: int = 0
    size: int = _PAGE


def conditions_of(query: LesionQuery) -> list[ColumnElement[bool]]:
    """Give the conditions that a lesion, joined with its patient, must meet."""
    conditions = [_holds(word) for word in folded(query.words).split()]
    if query.lesion_ids:
        conditions.append(LESIONS.c.id.in_(query.lesion_ids))
    if query.site is not None:
        conditions.append(LESIONS.c.site == query.site)
    if query.finding:
        conditions.append(_analysed(ANALYSES.c.finding == query.finding))
    if query.malignant:
        said = func.coalesce(_DECIDED, ANALYSES.c.malignant >= _EVEN)
        # What is damaged may have said so: better one too many.
        decided = case((IsJsonObject(ANALYSES.c.content), said), else_=true())
        conditions.append(_analysed(decided))
    if query.diagnosis:
        named = select(DIAGNOSES.c.lesion_id).where(DIAGNOSES.c.code == query.diagnosis)
        conditions.append(LESIONS.c.id.in_(named))
    return [*conditions, *_times(query)]


def _times(query: LesionQuery) -> list[ColumnElement[bool]]:
    conditions = []
    if query.since is not None or query.until is not None:
        conditions.append(_seen(since=query.since, until=query.until))
    if query.unseen_since is not None:
        conditions += [_seen(), ~_seen(since=query.unseen_since)]
    return conditions


def _analysed(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether an analysis of one of the images meets a condition."""
    # Collected once: asked lesion by lesion, SQLite goes through all of a frequent class each time.
    found = select(IMAGES.c.lesion_id).join_from(ANALYSES, IMAGES).where(condition)
    return LESIONS.c.id.in_(found)


def _seen(*, since: date | None = None, until: date | None = None) -> ColumnElement[bool]:
    visits = [IMAGES.c.lesion_id == LESIONS.c.id, VISITS.c.id == IMAGES.c.visit_id]
    if since is not None:
        visits.append(VISITS.c.day >= since)
    if until is not None:
        visits.append(VISITS.c.day <= until)
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
