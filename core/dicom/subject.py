"""Whose the objects are, and to which study they belong: as a source says, or anonymous."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from pydicom import Dataset, dcmread
from pydicom.uid import generate_uid

from core.errors import UnsupportedFormat
from core.language import say
from core.report.order import Order

NO_ORDER: Final = Order()
_KEYWORDS: Final = (
    "PatientName",
    "PatientID",
    "PatientBirthDate",
    "PatientSex",
    "StudyInstanceUID",
    "StudyID",
    "StudyDate",
    "StudyTime",
    "AccessionNumber",
    "ReferringPhysicianName",
)
"""The fields of patient and study that all objects of a study share."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Patient and study.

    Parameters
    ----------
    fields : Dataset
        The attributes of patient and study; those that are not known are there and empty.
    image : Dataset, optional
        The source's identifiers, where the objects shall refer to it; None where it is written
        anew.
    """

    fields: Dataset
    image: Dataset | None = None

    def put_on(self, dataset: Dataset) -> None:
        """Give an object its patient and study."""
        for keyword in _KEYWORDS:
            setattr(dataset, keyword, self.fields.get(keyword))


def anonymous(*, made: datetime, patient_id: str = "", order: Order = NO_ORDER) -> Subject:
    """Return a subject of whom no more is known than an identifier of the user's choice.

    Parameters
    ----------
    made : datetime
        When its study begins.
    patient_id : str
        A pseudonym; empty where there is none.
    order : Order
        The order that its study answers, as far as the user states it.
    """
    fields = Dataset()
    for keyword in _KEYWORDS:
        setattr(fields, keyword, "")
    fields.PatientID = patient_id
    fields.AccessionNumber, fields.ReferringPhysicianName = order.accession, order.physician
    fields.StudyDate, fields.StudyTime = made.strftime("%Y%m%d"), made.strftime("%H%M%S")
    fields.StudyInstanceUID = generate_uid(prefix=None)  # from a random UUID: says nothing
    return Subject(fields)


def subject_of(data: bytes) -> Subject:
    """Read patient and study from a DICOM file, for a user who wants them taken over.

    Parameters
    ----------
    data : bytes
        The file.

    Raises
    ------
    UnsupportedFormat
        If it does not say which image, series and study it is.
    """
    # The file has been decoded before, in a process of its own: its header is harmless.
    source = dcmread(BytesIO(data), force=True, stop_before_pixels=True)
    needed = ("SOPClassUID", "SOPInstanceUID", "SeriesInstanceUID", "StudyInstanceUID")
    if not all(source.get(keyword) for keyword in needed):
        raise UnsupportedFormat(
            say(
                "This file does not say to which DICOM study it belongs, so nothing can be "
                "added to that study."
            )
        )
    fields = Dataset()
    for keyword in _KEYWORDS:
        setattr(fields, keyword, source.get(keyword, ""))
    return Subject(fields, image=_identity(source, fields))


def _identity(source: Dataset, fields: Dataset) -> Dataset:
    """Return what a report says of the image that it refers to, and nothing else."""
    image = deepcopy(fields)
    for keyword in ("SOPClassUID", "SOPInstanceUID", "SeriesInstanceUID"):
        setattr(image, keyword, source.get(keyword))
    image.Modality = source.get("Modality", "OT")
    for keyword in ("Rows", "Columns", "NumberOfFrames"):  # by which an image is known as one
        if keyword in source:
            setattr(image, keyword, source.get(keyword))
    return image
