"""What an archive says of its studies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

FIELDS: Final = (
    "PatientID",
    "PatientName",
    "StudyDate",
    "StudyDescription",
    "StudyInstanceUID",
    "ModalitiesInStudy",
    "NumberOfStudyRelatedInstances",
)
_TAGS: Final = {
    "patient_id": "00100020",
    "patient_name": "00100010",
    "day": "00080020",
    "description": "00081030",
    "uid": "0020000D",
    "modalities": "00080061",
    "objects": "00201208",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which studies to look for; what is left out does not matter.

    Parameters
    ----------
    patient_id : str
        As the archive has it; ``*`` and ``?`` stand for other characters.
    since, until : date, optional
        First and last day of the study.
    modality : str
        ``DMS`` for dermoscopy, ``XC`` for photographs.
    """

    patient_id: str = ""
    since: date | None = None
    until: date | None = None
    modality: str = ""

    def filters(self) -> dict[str, str]:
        """Return them as QIDO-RS wants them."""
        given = {"PatientID": self.patient_id, "ModalitiesInStudy": self.modality}
        if self.since is not None or self.until is not None:
            given["StudyDate"] = f"{_day(self.since)}-{_day(self.until)}"
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One study, as far as the archive tells.

    Parameters
    ----------
    uid : str
        Its Study Instance UID.
    patient_id, patient_name, day, description, modalities : str
        As they stand there; empty where nothing is said.
    objects : int, optional
        How many objects it has.
    """

    uid: str
    patient_id: str = ""
    patient_name: str = ""
    day: str = ""
    description: str = ""
    modalities: str = ""
    objects: int | None = None

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Self:
        """Read one answer of QIDO-RS.

        Parameters
        ----------
        found : mapping
            DICOM JSON: attributes by tag.

        Raises
        ------
        ValueError
            If it names no study.
        """
        said = {name: _first(found, tag) for name, tag in _TAGS.items()}
        count = said.pop("objects")
        if not said["uid"]:
            raise ValueError("an answer without a study")
        return cls(**said, objects=int(count) if count.isdigit() else None)


def _first(found: Mapping[str, Any], tag: str) -> str:
    attribute = found.get(tag, {})
    values = attribute.get("Value", ()) if isinstance(attribute, Mapping) else ()
    if not isinstance(values, Sequence):
        return ""
    words = (
        value.get("Alphabetic", "") if isinstance(value, Mapping) else value for value in values
    )
    return "/".join(str(word) for word in words)


def _day(day: date | None) -> str:
    return "" if day is None else day.strftime("%Y%m%d")
