"""Turn a decoded frame into upright sRGB pixels without ever holding it twice.

A photograph of 108 megapixels takes 432 MB inside Pillow and 324 MB as an array. Colour, alpha and
orientation are therefore worked out on bands of rows, straight into the final array.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

_BAND_PIXELS: Final = 1 << 21
# Reduce by whole blocks to no less than this multiple of the wanted size; the rest by resampling.
_SPARE: Final = 2
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS: Final = 5


def render(
    image: Image.Image,
    convert: Callable[[Image.Image], Image.Image],
    *,
    orientation: int = 1,
    max_side: int | None = None,
) -> NDArray[np.uint8]:
    """Convert, turn upright and reduce.

    Parameters
    ----------
    image : PIL.Image.Image
        Loaded, of any mode.
    convert : callable
        Brings a band of `image` to mode RGB, pixel by pixel.
    orientation : int
        EXIF orientation still to be applied, 1 to 8.
    max_side : int, optional
        Longest side of the answer, in pixels; smaller images are not enlarged.

    Returns
    -------
    NDArray[np.uint8]
        Shape (height, width, 3), C-contiguous.
    """
    factor = _block(image.size, max_side)
    width, height = (-(-side // factor) for side in image.size)
    shape = (width, height) if orientation >= _SIDEWAYS else (height, width)
    pixels = np.empty((*shape, 3), np.uint8)
    as_stored = _stored_view(pixels, orientation)
    rows = factor * max(1, _BAND_PIXELS // (image.width * factor))
    for top in range(0, image.height, rows):
        band = convert(_band(image, top, rows))
        if factor > 1:
            band = band.reduce(factor)
        place = as_stored[top // factor : (top + rows) // factor]
        _turned_view(place, orientation)[...] = np.asarray(_turn(band, orientation))
    return _shrink(pixels, max_side)


def _band(image: Image.Image, top: int, rows: int) -> Image.Image:
    if rows >= image.height:
        return image  # all of it: no copy
    return image.crop((0, top, image.width, min(top + rows, image.height)))


def reduced_size(height: int, width: int, *, max_side: int) -> tuple[int, int]:
    """Size (height, width) of an image brought to a longest side, in pixels, at least 1."""
    share = min(1.0, max_side / max(height, width))
    return max(1, round(height * share)), max(1, round(width * share))


def _block(size: tuple[int, int], max_side: int | None) -> int:
    return 1 if max_side is None else max(1, max(size) // (_SPARE * max_side))


def _turn(band: Image.Image, orientation: int) -> Image.Image:
    return band if orientation == 1 else band.transpose(_TURNS[orientation])


def _stored_view(upright: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """View an upright array with the rows and columns of the file."""
    # Every orientation is its own inverse, except the two quarter turns.
    return _turned_view(upright, {6: 8, 8: 6}.get(orientation, orientation))


def _turned_view(stored: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """View an array of the file's rows and columns upright."""
    if orientation >= _SIDEWAYS:
        stored = stored.swapaxes(0, 1)
    upside_down, mirrored = {
        2: (1, -1), 3: (-1, -1), 4: (-1, 1), 6: (1, -1), 7: (-1, -1), 8: (-1, 1),
    }.get(orientation, (1, 1))  # fmt: skip
    return stored[::upside_down, ::mirrored]


def _shrink(pixels: NDArray[np.uint8], max_side: int | None) -> NDArray[np.uint8]:
    height, width = pixels.shape[:2]
    if max_side is None or max(height, width) <= max_side:
        return pixels
    height, width = reduced_size(height, width, max_side=max_side)
    small = Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS)
    return np.array(small)
