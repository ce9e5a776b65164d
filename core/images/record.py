"""What reading an image gives: its pixels, and a record of what the file was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.images.formats import ImageFormat


class NoticeCode(StrEnum):
    """What a reader of the result should know; machines read the code, people the message."""

    FIRST_FRAME = "first_frame"
    ALPHA_FLATTENED = "alpha_flattened"
    PROFILE_IGNORED = "profile_ignored"
    METADATA_DAMAGED = "metadata_damaged"
    RANGE_STRETCHED = "range_stretched"
    REDUCED = "reduced"


@dataclass(frozen=True, slots=True)
class Notice:
    """One remark about how a file was read.

    Parameters
    ----------
    code : NoticeCode
        Stable name of the remark.
    message : str
        One sentence for the user.
    """

    code: NoticeCode
    message: str


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """What a file was, before it became sRGB pixels.

    Parameters
    ----------
    format : ImageFormat
        As its bytes say, whatever its name.
    width, height : int
        Full size in pixels, upright, also if the pixels were handed out smaller.
    byte_count : int
        Length of the file.
    sha256 : str
        Checksum of the file's bytes, 64 hexadecimal digits.
    mode : str
        Colour model as stored: Pillow's mode, or DICOM's photometric interpretation.
    bits : int
        Bits per sample as stored.
    orientation : int
        EXIF orientation that was applied, 1 to 8; 1 is upright.
    profile : str or None
        Name of the ICC profile that the colours were converted from; None for sRGB assumed.
    frames : int
        Frames or pages in the file; the first one is what is read.
    spacing_mm : (float, float) or None
        Distance between rows and between columns of the full-size picture, in millimetres.
    notices : tuple of Notice
        What the user should know.
    """

    format: ImageFormat
    width: int
    height: int
    byte_count: int
    sha256: str
    mode: str
    bits: int
    orientation: int = 1
    profile: str | None = None
    frames: int = 1
    spacing_mm: tuple[float, float] | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, ready for the network and the screen.

    Parameters
    ----------
    pixels : NDArray[np.uint8]
        Upright, shape (height, width, 3), sRGB, 0 to 255, C-contiguous.
    record : ImageRecord
        What the file was.
    """

    pixels: NDArray[np.uint8]
    record: ImageRecord
