"""What callers see of a case: frozen values, no rows of a database.

Each record has an ``id`` that is the same on every workstation, and a ``version`` that goes up by
one with each change, so that nobody overwrites what they have not seen.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from core.cases.fields import BodySite, BodyView, DiagnosisKind, ScaleSource, Sex, Side

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that looks like another


def new_id() -> str:
    """Give an id that no other workstation will give."""
    return str(uuid.uuid4())


def new_pseudonym() -> str:
    """Give a name that says nothing about its bearer and can be read out: ``P-7KQ-3M2X``."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(7))
    return f"P-{letters[:3]}-{letters[3:]}"


def now() -> datetime:
    """Tell the time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have.

    Parameters
    ----------
    id : str
        UUID.
    version : int
        1 when added, one more with each change.
    created, changed : datetime
        UTC.
    """

    id: str = field(default_factory=new_id)
    version: int = 1
    created: datetime = field(default_factory=now)
    changed: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient(Record):
    """A person, under a pseudonym unless somebody writes a name down.

    Parameters
    ----------
    pseudonym : str
        Unique in the store.
    name : str
        Empty unless the clinic wants names in the store.
    birth_year : int, optional
        A year is as fine as age groups need; a birthday would identify.
    sex : Sex, optional
        As stated.
    skin_type : int, optional
        Fitzpatrick, 1 to 6.
    """

    pseudonym: str = field(default_factory=new_pseudonym)
    name: str = ""
    birth_year: int | None = None
    sex: Sex | None = None
    skin_type: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesion(Record):
    """A thing on a patient, followed over time.

    Parameters
    ----------
    patient_id : str
        Whose.
    label : str
        What it is called among the patient's lesions.
    site : BodySite, optional
        Where it is.
    side : Side, optional
        On which side of the patient.
    view : BodyView, optional
        Side of the body map that it is marked on.
    x, y : float, optional
        Where on that side, from its left and its top, 0 to 1.
    """

    patient_id: str
    label: str
    site: BodySite | None = None
    side: Side | None = None
    view: BodyView | None = None
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """A day on which a patient was seen.

    Parameters
    ----------
    patient_id : str
        Who.
    day : date
        When, in the clinic's own time.
    """

    patient_id: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredImage(Record):
    """One photograph of a lesion; its bytes lie unchanged in the image store.

    Parameters
    ----------
    lesion_id, visit_id : str
        Of what, and when.
    sha256 : str
        Of the original's bytes, 64 hexadecimal digits.
    name : str
        Of the file that was brought in.
    size : int
        Bytes.
    width, height : int
        Pixels, as shown upright.
    mm_per_pixel : float, optional
        Size of a pixel of the upright picture, where it is known.
    scale_source : ScaleSource, optional
        How it is known.
    """

    lesion_id: str
    visit_id: str
    sha256: str
    name: str
    size: int
    width: int
    height: int
    mm_per_pixel: float | None = None
    scale_source: ScaleSource | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnalysis(Record):
    """What a model said about an image, and which.

    Parameters
    ----------
    image_id : str
        About which.
    model_name, model_version, model_sha256 : str
        Which model.
    finding : str
        Code of the most probable class.
    probability : float
        Of the finding, 0 to 1.
    malignant : float
        Of all malignant classes together.
    content : mapping
        All of it, as ``lentigo classify`` writes it.
    """

    image_id: str
    model_name: str
    model_version: str
    model_sha256: str
    finding: str
    probability: float
    malignant: float
    content: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """What somebody wrote about a patient, or about one lesion.

    Parameters
    ----------
    patient_id : str
        About whom.
    lesion_id : str, optional
        About which lesion; None is about the patient.
    text : str
        As written.
    author : str
        Who wrote it last.
    """

    patient_id: str
    lesion_id: str | None = None
    text: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis(Record):
    """What a clinician or a pathologist says a lesion is; never the model.

    Parameters
    ----------
    lesion_id : str
        Which.
    kind : DiagnosisKind
        Who says so.
    code : str
        Of a class of Lentigo's taxonomy; empty where none fits.
    text : str
        In their own words.
    day : date
        Of the diagnosis or the report.
    source : str
        Who or which laboratory, and where to find it.
    """

    lesion_id: str
    kind: DiagnosisKind
    code: str = ""
    text: str = ""
    day: date
    source: str = ""
