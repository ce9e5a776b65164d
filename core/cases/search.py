"""Searching lesions: by words, place, time, finding and diagnosis, a page at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select
from sqlalchemy.exc import OperationalError

from core.cases.conditions import LesionQuery, conditions_of
from core.cases.drafts import drafted
from core.cases.fields import BodySite
from core.cases.tables import ANALYSES, DIAGNOSES, IMAGES, LESIONS, METADATA, PATIENTS, VISITS
from core.sql.kinds import OF_VALUES, misfits, rows_of

__all__ = ["Found", "LesionLine", "LesionQuery", "find_lesions", "images_of"]

_UNREAD: Final = (*OF_VALUES, OperationalError)
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
    readable : bool
        False where a value of it is none that its column can hold: then it has at most
        `pseudonym` and `label`, and reading that patient's file names such a value.
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
    readable: bool = True


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
        select(LESIONS.c.id, LESIONS.c.patient_id)
        .select_from(joined)
        .where(*conditions)
        .order_by(LESIONS.c.changed.desc(), LESIONS.c.id)
        .limit(query.size)
        .offset(query.page * query.size)
    )
    lines = _readable_lines(connection, page)
    begun = _drafted(connection)
    marked = (replace(line, draft=not begun.isdisjoint(_ids(line))) for line in lines)
    return Found(tuple(marked), connection.execute(total).scalar_one())


def _drafted(connection: Connection) -> frozenset[str]:
    """Say about which something was begun, or about none where that cannot be read."""
    try:
        return drafted(connection)
    except _UNREAD as error:
        _require_of_value(connection, error)
        return frozenset()


def _readable_lines(connection: Connection, page: Select[tuple[str, str]]) -> Sequence[LesionLine]:
    """Read the lines of a page, those that a damaged value spoils as such."""
    try:
        return _lines(connection, page.with_only_columns(LESIONS.c.id))
    except _UNREAD as error:
        _require_of_value(connection, error)
        lines = [_line(connection, *ids) for ids in connection.execute(page).tuples()]
        if not any(line.readable for line in lines) and not any(misfits(connection, METADATA)):
            raise
        return lines


def _line(connection: Connection, lesion_id: str, patient_id: str) -> LesionLine:
    try:
        (line,) = _lines(connection, [lesion_id])
    except _UNREAD as error:
        _require_of_value(connection, error)
        pseudonym = _text(connection, PATIENTS.c.pseudonym, PATIENTS.c.id == patient_id)
        label = _text(connection, LESIONS.c.label, LESIONS.c.id == lesion_id)
        known = (pseudonym, "", label, None, 0, None, None, None, None)
        return LesionLine(lesion_id, patient_id, *known, readable=False)
    return line


def _text(connection: Connection, column: Column[str], of: ColumnElement[bool]) -> str:
    try:
        return "".join(text for (text,) in rows_of(connection, select(column).where(of)))
    except _UNREAD as error:
        _require_of_value(connection, error)
        return ""


def _require_of_value(connection: Connection, error: Exception) -> None:
    """Go on only after what a stored value is to blame for, as only SQLite keeps any."""
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    # Text that is no UTF-8 has no code, and JSON that is none the general one.
    if connection.dialect.name != "sqlite" or code not in {None, sqlite3.SQLITE_ERROR}:
        raise error


def _ids(line: LesionLine) -> tuple[str, str]:
    return line.lesion_id, line.patient_id


def _lines(connection: Connection, lesions: Select[tuple[str]] | Sequence[str]) -> list[LesionLine]:
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
    query = (
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
        .where(LESIONS.c.id.in_(lesions))
        .order_by(LESIONS.c.changed.desc(), LESIONS.c.id)
    )
    return [LesionLine(*row) for row in rows_of(connection, query)]


def images_of(connection: Connection, checksums: Iterable[str]) -> list[str]:
    """Return the ids of the images whose bytes have one of these checksums, sorted."""
    wanted = select(IMAGES.c.id).where(IMAGES.c.sha256.in_(tuple(checksums)))
    return sorted(connection.execute(wanted).scalars())
