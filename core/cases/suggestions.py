"""What a DICOM file says that could be noted of a case: offered to a person, never assumed.

References
----------
.. [1] NEMA, DICOM PS3.16, Annex L: the defined terms of Body Part Examined,
   https://dicom.nema.org/medical/dicom/current/output/html/part16.html#chapter_L.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from core.cases.fields import BodySite, Sex, Side

if TYPE_CHECKING:
    from core.images.metadata import Tag

_SEXES: Final = {"M": Sex.MALE, "F": Sex.FEMALE, "O": Sex.OTHER}
_SIDES: Final = {"L": Side.LEFT, "R": Side.RIGHT}
_DAYS: Final = ("AcquisitionDateTime", "AcquisitionDate", "ContentDate", "StudyDate")
_SITES: Final = {
    "HEAD": BodySite.SCALP,
    "EARS": BodySite.EAR,
    "BREAST": BodySite.CHEST,
    "THORAX": BodySite.CHEST,
    "ARM": BodySite.UPPER_ARM,
    "HUMERUS": BodySite.UPPER_ARM,
    "FINGER": BodySite.HAND,
    "LEG": BodySite.LOWER_LEG,
    "CALF": BodySite.LOWER_LEG,
    "TOE": BodySite.FOOT,
    "GLUTEAL": BodySite.BUTTOCK,
}
_OLDEST: Final = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What a file says in words that a case has, too; None for what it does not say.

    Parameters
    ----------
    patient_id : str, optional
        As another system calls the patient.
    birth_year : int, optional
        Of the patient; from the age where the file has no date of birth.
    sex : Sex, optional
        As stated there.
    site : BodySite, optional
        Where the lesion is.
    side : Side, optional
        On which side of the patient.
    day : date, optional
        On which the picture was taken.
    accession : str, optional
        Number of the order that the study answers.
    physician : str, optional
        Who referred the patient, as DICOM writes names.
    """

    patient_id: str | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    site: BodySite | None = None
    side: Side | None = None
    day: date | None = None
    accession: str | None = None
    physician: str | None = None

    def __bool__(self) -> bool:
        return self != Suggestions()


def suggestions_from(tags: Iterable[Tag]) -> Suggestions:
    """Take what can be suggested from what a DICOM file says besides its pixels."""
    said = {tag.keyword: tag.value for tag in tags if tag.keyword}
    day = next(filter(None, (_day(said.get(keyword, "")) for keyword in _DAYS)), None)
    return Suggestions(
        patient_id=said.get("PatientID"),
        birth_year=_birth_year(said, day),
        sex=_SEXES.get(said.get("PatientSex", "").upper()),
        site=_site(said),
        side=_SIDES.get((said.get("ImageLaterality") or said.get("Laterality", "")).upper()),
        day=day,
        accession=said.get("AccessionNumber"),
        physician=said.get("ReferringPhysicianName"),
    )


def _birth_year(said: Mapping[str, str], day: date | None) -> int | None:
    born = _day(said.get("PatientBirthDate", ""))
    if born is not None:
        return born.year
    age = re.fullmatch(r"(\d{3})Y", said.get("PatientAge", ""))
    if age is None or day is None or int(age[1]) > _OLDEST:
        return None
    return day.year - int(age[1])


def _day(words: str) -> date | None:
    try:
        return datetime.strptime(words[:8], "%Y%m%d").date()  # noqa: DTZ007  # days have no zone
    except ValueError:
        return None


def _site(said: Mapping[str, str]) -> BodySite | None:
    words = said.get("BodyPartExamined") or said.get("AnatomicRegionSequence") or ""
    plain = re.sub(r"[^A-Z]", "", words.upper())
    known = {re.sub(r"[^A-Z]", "", site.upper()): site for site in BodySite}
    return known.get(plain) or _SITES.get(plain)
