"""The one way from an image to the network's input, for training and clinic alike.

Different libraries' antialiased resizes differ by up to 13 of 255, which is enough to ruin a
network's answers. So nothing else in Lentigo, and nothing inside the network, resizes its input.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from core.images.placement import FitSpec, Placement, place

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHANNELS: Final = 3


@dataclass(frozen=True, slots=True)
class Fitted:
    """An image as the network sees it.

    Parameters
    ----------
    pixels : NDArray[np.uint8]
        Shape (height, width, 3) of the spec, sRGB, 0 to 255.
    placement : Placement
        Where the image lies in it, to map heat back.
    """

    pixels: NDArray[np.uint8]
    placement: Placement


def fit(pixels: NDArray[np.uint8], spec: FitSpec) -> Fitted:
    """Bring an image to the network's input with Pillow's antialiased bilinear resize.

    Parameters
    ----------
    pixels : NDArray[np.uint8]
        Shape (height, width, 3), sRGB, any size.
    spec : FitSpec
        The input's size and the way to it, from the bundle's card.

    Returns
    -------
    Fitted
        Exact: no reduction in steps, so that large images answer like small ones.

    Raises
    ------
    ValueError
        If `pixels` is not such an array.
    """
    if pixels.ndim != _CHANNELS or pixels.shape[2] != _CHANNELS or pixels.dtype != np.uint8:
        msg = (
            f"expected uint8 pixels of shape (height, width, 3), got {pixels.dtype} {pixels.shape}"
        )
        raise ValueError(msg)
    return fit_image(Image.fromarray(pixels), spec)


def fit_image(image: Image.Image, spec: FitSpec) -> Fitted:
    """Do the same for an image of Pillow's, of mode RGB: whoever needs that, too, makes it once."""
    placement = place(image.height, image.width, spec)
    shown = _resized(image, placement)
    return Fitted(_on_black(shown, placement), placement)


def _resized(image: Image.Image, placement: Placement) -> NDArray[np.uint8]:
    source, target = placement.source, placement.target
    size = (round(target.width), round(target.height))
    box = (source.left, source.top, source.right, source.bottom)
    return np.array(image.resize(size, Image.Resampling.BILINEAR, box=box))


def _on_black(shown: NDArray[np.uint8], placement: Placement) -> NDArray[np.uint8]:
    if shown.shape[:2] == placement.target_size:
        return shown
    canvas = np.zeros((*placement.target_size, _CHANNELS), np.uint8)
    left, top = round(placement.target.left), round(placement.target.top)
    canvas[top : top + shown.shape[0], left : left + shown.shape[1]] = shown
    return canvas
