"""Which format a file really has.

Names lie: cameras, exports and e-mail programs rename files. The bytes decide which decoder may see
them, so that no decoder is ever offered what it was not written for.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from core.language import marked


class ImageFormat(StrEnum):
    """The formats that Lentigo reads."""

    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    BMP = "bmp"
    WEBP = "webp"
    AVIF = "avif"
    HEIC = "heic"
    GIF = "gif"
    DICOM = "dicom"


SUFFIXES: Final = frozenset(
    (
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".bmp", ".dib", ".gif"),
        *(".webp", ".avif", ".heic", ".heif", ".hif", ".dcm", ".dicom"),
    )
)

READABLE: Final = marked("JPEG, PNG, TIFF, BMP, WebP, AVIF, HEIC, GIF or DICOM")

_SIGNATURES: Final = {
    ImageFormat.JPEG: (b"\xff\xd8\xff",),
    ImageFormat.PNG: (b"\x89PNG\r\n\x1a\n",),
    ImageFormat.GIF: (b"GIF87a", b"GIF89a"),
    ImageFormat.TIFF: (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
}
_BMP_HEADERS: Final = frozenset((12, 16, 40, 52, 56, 64, 108, 124))
_HEIC_BRANDS: Final = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
)
_DICOM_PREAMBLE: Final = 128
# A data set without preamble begins with group 0002 or 0008, in tag order, so with a low element;
# then comes a value representation (explicit) or a short length (implicit).
_BARE_DICOM: Final = re.compile(
    rb"[\x02\x08]\x00[\x00-\x70]\x00(?:[A-Z]{2}|[\x00-\xff][\x00-\x01]\x00\x00)", re.DOTALL
)


def identify(data: bytes) -> ImageFormat | None:
    """Tell the format from the first bytes.

    Parameters
    ----------
    data : bytes
        The file, or at least its first 132 bytes.

    Returns
    -------
    ImageFormat or None
        None for anything that is not one of our formats.
    """
    if is_dicom(data):
        return ImageFormat.DICOM
    return _by_signature(data) or _by_brand(data) or _bare_dicom(data)


def is_dicom(head: bytes) -> bool:
    """Whether the first 132 bytes carry DICOM's preamble."""
    return head[_DICOM_PREAMBLE : _DICOM_PREAMBLE + 4] == b"DICM"


def _by_signature(data: bytes) -> ImageFormat | None:
    for image_format, starts in _SIGNATURES.items():
        if data.startswith(starts):
            return image_format
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ImageFormat.WEBP
    if data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADERS:
        return ImageFormat.BMP
    return None


def _by_brand(data: bytes) -> ImageFormat | None:
    """HEIC and AVIF share a container; the brands at its start say what is inside."""
    if data[4:8] != b"ftyp":
        return None
    end = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}
    if brands & {b"avif", b"avis"}:
        return ImageFormat.AVIF
    return ImageFormat.HEIC if brands & _HEIC_BRANDS else None


def _bare_dicom(data: bytes) -> ImageFormat | None:
    return ImageFormat.DICOM if _BARE_DICOM.match(data) else None
