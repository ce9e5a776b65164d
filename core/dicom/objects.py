"""What all objects that Lentigo writes have in common."""

from __future__ import annotations

from datetime import datetime
from importlib import metadata
from io import BytesIO
from typing import Final

from pydicom import Dataset, dcmwrite
from pydicom.dataset import FileMetaDataset
from pydicom.sr.coding import Code
from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

from core.dicom.subject import Subject

MAKER: Final = "Lentigo project"
PRODUCT: Final = "Lentigo"
SCHEME: Final = "99LENTIGO"
"""Designator of codes for which no terminology was found; private, as the 99 says."""


def software_version() -> str:
    """Version of Lentigo."""
    return metadata.version("lentigo")


def coded(code: Code) -> Dataset:
    """Return a code as an item of a sequence."""
    item = Dataset()
    item.CodeValue = code.value
    item.CodingSchemeDesignator = code.scheme_designator
    item.CodeMeaning = code.meaning[:64]
    return item


def begun(
    sop_class: UID, subject: Subject, *, modality: str, made: datetime, series: int
) -> Dataset:
    """Return an object with identifiers, patient, study, series and equipment."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = sop_class
    dataset.SOPInstanceUID = generate_uid(prefix=None)
    dataset.SpecificCharacterSet = "ISO_IR 192"  # UTF-8
    subject.put_on(dataset)
    dataset.Modality = modality
    dataset.SeriesInstanceUID = generate_uid(prefix=None)
    dataset.SeriesNumber = series
    dataset.InstanceNumber = 1
    dataset.InstanceCreationDate = dataset.ContentDate = made.strftime("%Y%m%d")
    dataset.InstanceCreationTime = dataset.ContentTime = made.strftime("%H%M%S")
    dataset.AcquisitionDateTime = dataset.Laterality = dataset.PatientOrientation = ""  # not known
    sign(dataset)
    return dataset


def sign(dataset: Dataset) -> None:
    """Name the software."""
    dataset.Manufacturer = MAKER
    dataset.ManufacturerModelName = PRODUCT
    dataset.DeviceSerialNumber = "0"  # of software there is none, but some objects demand it
    dataset.SoftwareVersions = software_version()


def to_bytes(dataset: Dataset) -> bytes:
    """Return the file of an object."""
    buffer = BytesIO()
    dcmwrite(buffer, dataset, enforce_file_format=True)
    return buffer.getvalue()
