"""What a file says besides its pixels: who, where, when and with what. Left out unless chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from PIL import ExifTags, Image

from core.errors import UnsupportedFormat
from core.images.decoding import named_errors
from core.images.formats import READABLE, ImageFormat, identify
from core.images.quiet import overheard
from core.language import marked, say

if TYPE_CHECKING:
    from pydicom import Dataset

DIAGNOSIS: Final = "AdmittingDiagnosesCodeSequence"
"""Keyword of coded diagnoses, whose value is ``MEANING (SCHEME CODE)``."""
_DIAGNOSIS_NAME: Final = marked("DICOM diagnosis")
_ABOUT_DIAGNOSIS: Final = frozenset({"diagnosis", "lesion diagnosis", "clinical diagnosis"})
_LONGEST: Final = 200
_EXIF: Final = {
    ExifTags.Base.ImageDescription: marked("Description"),
    ExifTags.Base.Artist: marked("Artist"),
    ExifTags.Base.Copyright: marked("Copyright"),
    ExifTags.Base.Make: marked("Camera maker"),
    ExifTags.Base.Model: marked("Camera"),
    ExifTags.Base.DateTime: marked("Saved"),
}
_CAMERA: Final = {
    ExifTags.Base.DateTimeOriginal: marked("Taken"),
    ExifTags.Base.CameraOwnerName: marked("Owner of the camera"),
    ExifTags.Base.BodySerialNumber: marked("Serial number of the camera"),
}
_DICOM: Final = {
    "PatientName": marked("DICOM patient's name"),
    "PatientID": marked("DICOM patient ID"),
    "PatientBirthDate": marked("DICOM date of birth"),
    "PatientAge": marked("DICOM age"),
    "PatientSex": marked("DICOM sex"),
    "BodyPartExamined": marked("DICOM body part"),
    "AnatomicRegionSequence": marked("DICOM body region"),
    "Laterality": marked("DICOM side"),
    "ImageLaterality": marked("DICOM side of the image"),
    "AcquisitionDateTime": marked("DICOM time of the picture"),
    "AcquisitionDate": marked("DICOM day of the picture"),
    "ContentDate": marked("DICOM day of the content"),
    "AccessionNumber": marked("DICOM accession number"),
    "StudyDate": marked("DICOM study date"),
    "StudyDescription": marked("DICOM study"),
    "InstitutionName": marked("DICOM institution"),
    "ReferringPhysicianName": marked("DICOM referring physician"),
    "AdmittingDiagnosesDescription": marked("DICOM diagnosis in words"),
    "Modality": marked("DICOM modality"),
    "Manufacturer": marked("DICOM device maker"),
    "DeviceSerialNumber": marked("DICOM device serial number"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """One thing that a file says.

    Parameters
    ----------
    name, value : str
        What about, and what.
    keyword : str
        DICOM's name of it; empty where it comes from elsewhere.
    """

    name: str
    value: str
    keyword: str = ""


def metadata_of(data: bytes) -> tuple[Tag, ...]:
    """Read what may identify a patient, the photographer or the place.

    Raises
    ------
    UnsupportedFormat
        If the bytes are no picture that we read.
    ImageError
        Another of its subclasses if they are damaged.
    """
    kind = identify(data)
    if kind is None:
        raise UnsupportedFormat(
            say("This is not a picture that Lentigo can read: {readable}.", readable=say(READABLE))
        )
    with named_errors(data, kind), overheard():
        said = _dicom(data) if kind is ImageFormat.DICOM else _exif(data, kind)
        return tuple(replace(tag, value=clean) for tag in said if (clean := _clean(tag.value)))


def _dicom(data: bytes) -> Iterator[Tag]:
    from pydicom import dcmread  # slow to import

    dataset = dcmread(BytesIO(data), force=True, stop_before_pixels=True)
    for keyword, name in _DICOM.items():
        value = dataset.get(keyword, "")
        if keyword.endswith("Sequence"):
            value = value[0].get("CodeMeaning", "") if value else ""
        yield Tag(name, value, keyword)
    yield from _diagnoses(dataset)


def _diagnoses(dataset: Dataset) -> Iterator[Tag]:
    """Tell coded diagnoses: those on admission, and those noted when the picture was taken."""
    codes = list(dataset.get("AdmittingDiagnosesCodeSequence") or ())
    for item in dataset.get("AcquisitionContextSequence") or ():
        about = (item.get("ConceptNameCodeSequence") or [{}])[0]
        if about.get("CodeMeaning", "").casefold() in _ABOUT_DIAGNOSIS:
            codes += item.get("ConceptCodeSequence") or ()
    for code in codes:
        words = f"{code.get('CodeMeaning', '')} ({code.get('CodingSchemeDesignator', '')} "
        yield Tag(_DIAGNOSIS_NAME, f"{words}{code.get('CodeValue', '')})", DIAGNOSIS)


def _exif(data: bytes, kind: ImageFormat) -> Iterator[Tag]:
    if kind is ImageFormat.HEIC:
        from core.images.heif import register  # loads a native library

        register()
    with Image.open(BytesIO(data)) as image:
        exif = image.getexif()
    camera = exif.get_ifd(ExifTags.IFD.Exif)
    for found, names in ((exif, _EXIF), (camera, _CAMERA)):
        for tag, name in names.items():
            yield Tag(name, found.get(tag, ""))
    yield Tag(marked("GPS position"), _position(exif.get_ifd(ExifTags.IFD.GPSInfo)))


def _position(gps: dict[int, Any]) -> str:
    keys = ExifTags.GPS
    north = _degrees(gps.get(keys.GPSLatitude), back=gps.get(keys.GPSLatitudeRef) == "S")
    east = _degrees(gps.get(keys.GPSLongitude), back=gps.get(keys.GPSLongitudeRef) == "W")
    return f"{north:.5f}, {east:.5f}" if north is not None and east is not None else ""


def _degrees(parts: Any, *, back: bool) -> float | None:  # noqa: ANN401  # as a file has it
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (degrees + minutes / 60 + seconds / 3600) * (-1 if back else 1)


def _clean(value: object) -> str:
    words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    return " ".join(words.replace("\0", " ").split())[:_LONGEST]
