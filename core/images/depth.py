"""Grey images of 12 to 32 bits: which values are black and white, and the way to 8 bits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from core.errors import UnreadableImage
from core.language import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

DEEP_MODES: Final = frozenset(("I;16", "I;16L", "I;16B", "I;16N", "I", "F"))
_PHOTOMETRIC_TAG: Final = 262
_WHITE_IS_ZERO: Final = 0
# Without a declared white, values that fill one of these ranges are taken to be meant so.
_CUSTOMARY: Final = {"F": (1.0, 255.0, 65535.0), "I": (65535.0,)}


@dataclass(frozen=True, slots=True)
class Levels:
    """The values that become black (0) and white (255).

    Parameters
    ----------
    black, white : float
        In the units of the samples; black may be the larger one.
    guessed : bool
        True if the file did not say, and its own extremes were taken.
    """

    black: float
    white: float
    guessed: bool = False

    def apply(self, values: NDArray[np.generic]) -> NDArray[np.uint8]:
        """Scale samples to 0 to 255, of the same shape; values beyond the levels are clipped."""
        span = (self.white - self.black) or 1.0
        scaled = (values.astype(np.float32) - np.float32(self.black)) * np.float32(255 / span)
        shades: NDArray[np.uint8] = np.rint(scaled).clip(0, 255).astype(np.uint8)
        return shades


def levels_of(image: Image.Image, *, bits: int) -> Levels:
    """Find black and white of a loaded grey image of mode I;16, I or F.

    Raises
    ------
    UnreadableImage
        If it holds values that are no numbers.
    """
    levels = Levels(0, 2**bits - 1) if image.mode.startswith("I;16") else _guess(image)
    if _white_is_zero(image):
        return Levels(levels.white, levels.black, guessed=levels.guessed)
    return levels


def to_8_bit(image: Image.Image, levels: Levels) -> Image.Image:
    """Convert a grey image of mode I;16, I or F to mode L."""
    return Image.fromarray(levels.apply(np.asarray(image)))


def _guess(image: Image.Image) -> Levels:
    values = np.asarray(image)
    low, high = float(values.min()), float(values.max())
    if not np.isfinite((low, high)).all():
        message = say("The picture holds values that are no numbers, so it cannot be shown.")
        raise UnreadableImage(message)
    for white in _CUSTOMARY[image.mode]:
        if low >= 0 and high <= white:
            return Levels(0, white)
    return Levels(low, high, guessed=True)


def _white_is_zero(image: Image.Image) -> bool:
    tags = getattr(image, "tag_v2", {})
    return tags.get(_PHOTOMETRIC_TAG) == _WHITE_IS_ZERO
