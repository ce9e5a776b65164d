"""What every format's adapter hands to the common colour and size handling."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

    from core.images.record import Notice


@dataclass(slots=True)
class Frame:
    """One decoded image, still in its own colours and as its sensor lay.

    Parameters
    ----------
    image : PIL.Image.Image
        Loaded, of any mode.
    width, height : int
        Full size in pixels, upright; `image` may be smaller if its decoder was told to reduce.
    mode : str
        Colour model as stored.
    bits : int
        Bits per sample as stored.
    orientation : int
        EXIF orientation of the file.
    turned : bool
        Whether the decoder has applied `orientation` already.
    profile : bytes or None
        ICC profile as embedded.
    frames : int
        Frames in the file.
    spacing_mm : (float, float) or None
        Distance of rows and of columns, in millimetres.
    notices : list of Notice
        Remarks so far.
    """

    image: Image.Image
    width: int
    height: int
    mode: str
    bits: int = 8
    orientation: int = 1
    turned: bool = False
    profile: bytes | None = None
    frames: int = 1
    spacing_mm: tuple[float, float] | None = None
    notices: list[Notice] = field(default_factory=list)
