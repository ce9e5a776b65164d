"""The adapter to Pillow: every format but DICOM."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, TiffImagePlugin

from core.images.formats import ImageFormat
from core.images.frame import Frame
from core.images.record import Notice, NoticeCode
from core.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.images.limits import Limits

_PLUGINS: Final = {
    ImageFormat.JPEG: "JPEG",
    ImageFormat.PNG: "PNG",
    ImageFormat.TIFF: "TIFF",
    ImageFormat.BMP: "BMP",
    ImageFormat.WEBP: "WEBP",
    ImageFormat.AVIF: "AVIF",
    ImageFormat.HEIC: "HEIF",
    ImageFormat.GIF: "GIF",
}
_ORIENTATION_TAG: Final = 0x0112
_BITS_TAG: Final = 258
_BITS: Final = {"1": 1, "I;16": 16, "I;16B": 16, "I": 32, "F": 32}
_PNG_DEPTH_BYTE: Final = 24
_SIDEWAYS: Final = 5


def read_raster(
    data: bytes, image_format: ImageFormat, *, limits: Limits, max_side: int | None = None
) -> Frame:
    """Decode the first frame of anything that Pillow reads.

    Parameters
    ----------
    data : bytes
        The whole file.
    image_format : ImageFormat
        What the bytes were identified as; no other decoder is tried.
    limits : Limits
        Checked on the header, before pixels are decoded.
    max_side : int, optional
        A JPEG may be decoded at a half, quarter or eighth of its size, but not below this.

    Returns
    -------
    Frame
        Loaded, with its own colours and orientation.

    Raises
    ------
    ImageTooLarge
        If the header claims more than the limits.
    Exception
        Whatever Pillow makes of damaged bytes.
    """
    notices: list[Notice] = []
    with pixel_guard(None):  # ours speaks more clearly, right after
        image = Image.open(BytesIO(data), formats=(_PLUGINS[image_format],))
    limits.check_size(*image.size)
    size, mode, bits = image.size, image.mode, _bits(image, data)
    frames = 1 if image_format is ImageFormat.JPEG else _count_frames(image)
    orientation = _orientation(image, notices)
    if image_format is ImageFormat.JPEG and max_side is not None:
        _draft(image, max_side)
    else:
        size = _load_for_size(image)
    image.load()
    frame = Frame(
        image, *size, mode, bits, orientation, profile=_profile(image), frames=frames,
        notices=notices,
    )  # fmt: skip
    return _upright_size(frame)


@contextmanager
def pixel_guard(most: int | None) -> Iterator[None]:
    """Set how many pixels make Pillow's own guard stop a decoder, also deep inside; None: any."""
    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = most
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


def is_bomb(error: Exception) -> bool:
    """Whether Pillow refused because a small file unpacks to an absurd size."""
    # Compressed texts in PNG files have no exception class of their own.
    return isinstance(error, Image.DecompressionBombError) or "too large" in str(error)


def _load_for_size(image: Image.Image) -> tuple[int, int]:
    image.load()  # a HEIC file's true size shows only now
    return image.size


def _draft(image: Image.Image, max_side: int) -> None:
    share = max_side / max(image.size)
    if share < 1:
        width, height = (max(1, round(side * share)) for side in image.size)
        image.draft(None, (width, height))


def _bits(image: Image.Image, data: bytes) -> int:
    if image.format == "PNG":
        return data[_PNG_DEPTH_BYTE]
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return int(image.tag_v2.get(_BITS_TAG, (1,))[0])
    return int(image.info.get("bit_depth", _BITS.get(image.mode, 8)))


def _count_frames(image: Image.Image) -> int:
    try:
        main = image.tell()
        count = int(getattr(image, "n_frames", 1))
        image.seek(main)
    except Exception:  # noqa: BLE001  # damage behind the first frame is not our concern
        return 1
    return count


def _orientation(image: Image.Image, notices: list[Notice]) -> int:
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # noqa: BLE001  # damaged EXIF data raises almost anything
        message = say("The camera's notes in this file are damaged; it may lie on its side.")
        notices.append(Notice(NoticeCode.METADATA_DAMAGED, message))
        return 1
    return value if value in range(1, 9) else 1


def _profile(image: Image.Image) -> bytes | None:
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) and profile else None


def _upright_size(frame: Frame) -> Frame:
    # Pillow turns TIFF itself while loading, its size included.
    frame.turned = isinstance(frame.image, TiffImagePlugin.TiffImageFile)
    if frame.orientation >= _SIDEWAYS and not frame.turned:
        frame.width, frame.height = frame.height, frame.width
    return frame
