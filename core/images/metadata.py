"""What a file says besides its pixels: who, where, when and with what. Left out unless chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Final

from PIL import ExifTags, Image

from core.errors import UnsupportedFormat
from core.images.formats import READABLE, ImageFormat, identify

_LONGEST: Final = 200
_EXIF: Final = {
    ExifTags.Base.ImageDescription: "Description",
    ExifTags.Base.Artist: "Artist",
    ExifTags.Base.Copyright: "Copyright",
    ExifTags.Base.Make: "Camera maker",
    ExifTags.Base.Model: "Camera",
    ExifTags.Base.DateTime: "Saved",
}
_CAMERA: Final = {
    ExifTags.Base.DateTimeOriginal: "Taken",
    ExifTags.Base.CameraOwnerName: "Owner of the camera",
    ExifTags.Base.BodySerialNumber: "Serial number of the camera",
}
_DICOM: Final = {
    "PatientName": "DICOM patient's name",
    "PatientID": "DICOM patient ID",
    "PatientBirthDate": "DICOM date of birth",
    "PatientAge": "DICOM age",
    "PatientSex": "DICOM sex",
    "BodyPartExamined": "DICOM body part",
    "AnatomicRegionSequence": "DICOM body region",
    "Laterality": "DICOM side",
    "ImageLaterality": "DICOM side of the image",
    "AcquisitionDateTime": "DICOM time of the picture",
    "AcquisitionDate": "DICOM day of the picture",
    "ContentDate": "DICOM day of the content",
    "AccessionNumber": "DICOM accession number",
    "StudyDate": "DICOM study date",
    "StudyDescription": "DICOM study",
    "InstitutionName": "DICOM institution",
    "ReferringPhysicianName": "DICOM referring physician",
    "Manufacturer": "DICOM device maker",
    "DeviceSerialNumber": "DICOM device serial number",
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
    Exception
        Whatever the decoders make of damaged bytes.
    """
    kind = identify(data)
    if kind is None:
        raise UnsupportedFormat(f"This is not a picture that Lentigo can read: {READABLE}.")
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
    yield Tag("GPS position", _position(exif.get_ifd(ExifTags.IFD.GPSInfo)))


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
