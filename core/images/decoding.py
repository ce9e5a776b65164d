"""From a file's bytes to a picture, or to one error that says why not.

This is what the worker process runs. It trusts nothing about the bytes; what it cannot survive (a
crash inside a native decoder) its process takes upon itself.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from core.errors import (
    DecoderCrashed,
    ImageTooLarge,
    LentigoError,
    TruncatedImage,
    UnreadableImage,
    UnsupportedFormat,
)
from core.images import raster
from core.images.colour import to_srgb
from core.images.completeness import is_cut_short
from core.images.formats import READABLE, ImageFormat, identify
from core.images.limits import Limits
from core.images.quiet import overheard
from core.images.record import ImageRecord, Notice, NoticeCode, Picture
from core.images.render import render
from core.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from core.images.colour import ToSrgb
    from core.images.frame import Frame

_DEFAULT: Final = Limits()


def decode(data: bytes, *, limits: Limits = _DEFAULT, max_side: int | None = None) -> Picture:
    """Decode a file in this process.

    For untrusted files use `read_image`, which does the same in a process that may die.

    Parameters
    ----------
    data : bytes
        The whole file.
    limits : Limits, optional
        Bounds on bytes and pixels; time and memory are the worker's affair.
    max_side : int, optional
        Longest side of the pixels handed out; the record keeps the full size.

    Returns
    -------
    Picture
        Upright sRGB pixels and what the file was.

    Raises
    ------
    UnsupportedFormat
        If the bytes are not in a format we read.
    TruncatedImage
        If the file ends too early.
    UnreadableImage
        If it is empty or otherwise damaged.
    ImageTooLarge
        If it exceeds the limits.
    DecoderCrashed
        If memory did not suffice.
    ValueError
        If `max_side` is not positive.
    """
    if max_side is not None and max_side < 1:
        msg = "max_side must be positive"
        raise ValueError(msg)
    limits.check_bytes(len(data))
    image_format = _identified(data)
    guard = raster.pixel_guard(limits.max_pixels)
    with named_errors(data, image_format), overheard() as heard, guard:
        frame = _read(data, image_format, limits=limits, max_side=max_side)
        convert = to_srgb(frame)
        orientation = 1 if frame.turned else frame.orientation
        pixels = render(frame.image, convert, orientation=orientation, max_side=max_side)
    frame.notices.extend(_remarks(heard))
    return Picture(pixels, _record(data, image_format, frame, convert=convert, pixels=pixels))


def _identified(data: bytes) -> ImageFormat:
    if not data:
        raise UnreadableImage(say("The file is empty."))
    image_format = identify(data)
    if image_format is None:
        raise UnsupportedFormat(
            say("This is not a picture that Lentigo can read: {readable}.", readable=say(READABLE))
        )
    return image_format


def _read(data: bytes, image_format: ImageFormat, *, limits: Limits, max_side: int | None) -> Frame:
    if image_format is ImageFormat.DICOM:
        from core.images.dicom import read_dicom  # pydicom is slow to import

        return read_dicom(data, limits=limits)
    if image_format is ImageFormat.HEIC:
        from core.images.heif import register  # loads a native library

        register()
    return raster.read_raster(data, image_format, limits=limits, max_side=max_side)


@contextmanager
def named_errors(data: bytes, image_format: ImageFormat) -> Iterator[None]:
    """Give a name to whatever a decoder raises: the ways of damaged files are beyond listing.

    Raises
    ------
    ImageError
        One of its subclasses says what is wrong with the file.
    """
    try:
        yield
    except LentigoError:
        raise
    except MemoryError as error:
        message = say("This picture needs more memory than Lentigo allows one picture.")
        raise DecoderCrashed(message) from error
    except Exception as error:
        raise _named(error, data, image_format) from error


def _named(error: Exception, data: bytes, image_format: ImageFormat) -> LentigoError:
    value = type(error).__name__  # its text may quote a patient's name out of a DICOM header
    if raster.is_bomb(error):
        message = say("The file unpacks to far more than a picture needs, so it was not opened.")
        return ImageTooLarge(message, value=value)
    cut = isinstance(error, EOFError) or "truncated" in str(error).lower()
    if cut or is_cut_short(data, image_format):
        message = say(
            "The file ends before its picture is complete; copy it again from its source."
        )
        return TruncatedImage(message, value=value)
    message = say(
        "The file is damaged: it begins as {format}, but cannot be decoded.",
        format=image_format.upper(),
    )
    return UnreadableImage(message, value=value)


def _record(
    data: bytes,
    image_format: ImageFormat,
    frame: Frame,
    *,
    convert: ToSrgb,
    pixels: NDArray[np.uint8],
) -> ImageRecord:
    return ImageRecord(
        format=image_format,
        width=frame.width,
        height=frame.height,
        byte_count=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        mode=frame.mode,
        bits=frame.bits,
        orientation=frame.orientation,
        profile=convert.transform.name if convert.transform else None,
        frames=frame.frames,
        spacing_mm=frame.spacing_mm,
        notices=tuple(_notices(frame, convert, pixels)),
    )


def _remarks(heard: list[str]) -> Iterator[Notice]:
    if any("exif" in remark.lower() for remark in heard):
        message = say("The camera's notes in this file are damaged.")
        yield Notice(NoticeCode.METADATA_DAMAGED, message)


def _notices(frame: Frame, convert: ToSrgb, pixels: NDArray[np.uint8]) -> Iterator[Notice]:
    yield from frame.notices
    if frame.frames > 1:
        message = say(
            "The file holds {frames} pictures; only its first or main one was read.",
            frames=frame.frames,
        )
        yield Notice(NoticeCode.FIRST_FRAME, message)
    if convert.transparent:
        message = say("Transparent parts of the picture were laid over white.")
        yield Notice(NoticeCode.ALPHA_FLATTENED, message)
    if pixels.shape[:2] != (frame.height, frame.width):
        message = say(
            "Shown smaller than its {width} x {height} pixels.",
            width=frame.width,
            height=frame.height,
        )
        yield Notice(NoticeCode.REDUCED, message)
