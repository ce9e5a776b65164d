"""Showing a raw signed heat map without making it look stronger than it is.

Most tools stretch every map to its own maximum, so that a map of nothing glows as brightly as a map
of something. Here the scale is fixed by the caller (the bundle's card stores it, in logit units):
a weak map looks weak, an empty map leaves the picture as it was, and places that the network never
saw are hatched, not shown as places where it found nothing.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.paths import colour_maps_file


class ColourMap(StrEnum):
    """Perceptually uniform colour maps that colour-blind people can read.

    Viridis is the default: skin, moles and blood are pink, brown and red, and viridis runs through
    green, a hue that does not occur there. Inferno and magma pass through the oranges and
    pinks of skin itself; cividis suits the strongest colour vision deficiencies, at the price of
    less contrast. Of each map the dark end is left out: opacity already says "little", and a dark
    blue or purple tint over a mole would look like pigment, or like a blue-white veil.

    References
    ----------
    .. [1] Nuñez, Anderton, Renslow, "Optimizing colormaps with consideration for color vision
       deficiency", PLoS ONE 13, e0199239 (2018), doi:10.1371/journal.pone.0199239.
    """

    VIRIDIS = "viridis"
    CIVIDIS = "cividis"
    INFERNO = "inferno"
    MAGMA = "magma"


DEFAULT_OPACITY: Final = 0.75
_DARK_END: Final = 0.55  # the share of every colour map that is left out
_HATCH_GREY: Final = (128, 128, 128)
_HATCH_ALPHA: Final = (200, 90)  # on a line of the hatching, between its lines
_BAND_ROWS: Final = 256  # blending in bands keeps a 100-megapixel picture within memory


def scale_heat_map(raw: NDArray[np.float32], *, full_scale: float) -> NDArray[np.float32]:
    """Bring the positive part of a raw heat map to a fixed scale.

    Parameters
    ----------
    raw : ndarray of float32, (height, width)
        Signed evidence for a class in logit units; NaN where the network saw nothing.
    full_scale : float
        The evidence that is shown at full strength, in logit units, the same for every image.

    Returns
    -------
    ndarray of float32, (height, width)
        In [0, 1]: 0 for no evidence or evidence against, 1 for `full_scale` and above; NaN stays.

    Raises
    ------
    ValueError
        If the map is not two-dimensional or holds an infinity, or the scale is not a positive
        number.
    """
    if raw.ndim != 2:
        raise ValueError(f"A heat map has a height and a width, not the shape {raw.shape}.")
    if np.isinf(raw).any():
        raise ValueError("A heat map holds an infinity: that is a fault, not evidence.")
    if not (np.isfinite(full_scale) and full_scale > 0):
        raise ValueError(f"The full scale of a heat map is a positive number, not {full_scale}.")
    positive = np.maximum(raw.astype(np.float64), 0)  # NaN passes through maximum and minimum
    return np.minimum(positive / full_scale, 1).astype(np.float32)


def colour_heat_map(
    scaled: NDArray[np.float32], *, colour_map: ColourMap = ColourMap.VIRIDIS
) -> NDArray[np.uint8]:
    """Colour a scaled heat map, the more opaque the hotter.

    Parameters
    ----------
    scaled : ndarray of float32, (height, width)
        From `scale_heat_map`: in [0, 1], or NaN.
    colour_map : ColourMap, optional
        The colours.

    Returns
    -------
    ndarray of uint8, (height, width, 4)
        RGBA, alpha not premultiplied and proportional to heat, so that zero heat is invisible.
        Where `scaled` is NaN: a grey diagonal hatching.

    Raises
    ------
    ValueError
        If a value lies outside [0, 1] or the map is not two-dimensional.
    """
    _check_scaled(scaled)
    unseen = np.isnan(scaled)
    level = np.rint(np.where(unseen, 0, scaled) * 255).astype(np.uint8)
    rgba = np.asarray(_lookup_table(colour_map)[level], np.uint8)
    if unseen.any():
        height, width = scaled.shape
        rgba[unseen] = hatching((height, width), picture_width=width)[unseen]
    return rgba


def hatching(shape: tuple[int, int], *, picture_width: int) -> NDArray[np.uint8]:
    """Return the sign for "not seen by the network": RGBA, (height, width, 4), of uint8.

    Parameters
    ----------
    shape : tuple of int
        (height, width) of what is to be hatched.
    picture_width : int
        Width of the picture it belongs to, in pixels: the lines grow with it, so that the
        legend's sample looks like the picture's hatching.
    """
    period = max(4, picture_width // 60)
    diagonal = np.add.outer(np.arange(shape[0]), np.arange(shape[1])) % period
    rgba = np.empty((*shape, 4), np.uint8)
    rgba[..., :3] = _HATCH_GREY
    rgba[..., 3] = np.where(diagonal < max(1, period // 4), *_HATCH_ALPHA)
    return rgba


def overlay(
    pixels: NDArray[np.uint8],
    scaled: NDArray[np.float32],
    *,
    colour_map: ColourMap = ColourMap.VIRIDIS,
    opacity: float = DEFAULT_OPACITY,
) -> NDArray[np.uint8]:
    """Lay a heat map over a picture.

    Parameters
    ----------
    pixels : ndarray of uint8, (height, width, 3)
        The picture, sRGB.
    scaled : ndarray of float32, (height, width)
        From `scale_heat_map`, brought to the picture's size.
    colour_map : ColourMap, optional
        The colours.
    opacity : float, optional
        How much of the picture the hottest place hides: 0 nothing, 1 all.

    Returns
    -------
    ndarray of uint8, (height, width, 3)
        A new picture, equal to `pixels` wherever the heat is zero.

    Raises
    ------
    ValueError
        If the sizes differ, the opacity lies outside [0, 1], or `scaled` is refused by
        `colour_heat_map`.
    """
    if pixels.shape != (*scaled.shape, 3):
        raise ValueError(f"A map of {scaled.shape} does not fit a picture of {pixels.shape}.")
    if not 0 <= opacity <= 1:
        raise ValueError(f"Opacity lies between 0 and 1, not {opacity}.")
    return blend(pixels, colour_heat_map(scaled, colour_map=colour_map), opacity=opacity)


def blend(
    pixels: NDArray[np.uint8], rgba: NDArray[np.uint8], *, opacity: float
) -> NDArray[np.uint8]:
    """Compose RGBA, (height, width, 4), over pixels, (height, width, 3), both of uint8."""
    result = np.empty_like(pixels)
    for top in range(0, len(pixels), _BAND_ROWS):
        rows = slice(top, top + _BAND_ROWS)
        share = rgba[rows, :, 3:].astype(np.float32) * np.float32(opacity / 255)
        below = pixels[rows].astype(np.float32)
        mixed = below + share * (rgba[rows, :, :3].astype(np.float32) - below)
        result[rows] = np.rint(mixed).astype(np.uint8)
    return result


def _check_scaled(scaled: NDArray[np.float32]) -> None:
    if scaled.ndim != 2:
        raise ValueError(f"A heat map has a height and a width, not the shape {scaled.shape}.")
    if ((scaled < 0) | (scaled > 1)).any():  # false for NaN
        raise ValueError("A scaled heat map lies between 0 and 1: scale it first.")


@cache
def _lookup_table(colour_map: ColourMap) -> NDArray[np.uint8]:
    """RGBA of the 256 levels of heat, (256, 4), read-only."""
    text = json.loads(colour_maps_file().read_text(encoding="ascii"))[colour_map.value]
    colours = np.frombuffer(bytes.fromhex(text), np.uint8).reshape(256, 3)
    table = np.empty((256, 4), np.uint8)
    table[:, :3] = colours[(np.linspace(_DARK_END, 1, 256) * 256).astype(int).clip(max=255)]
    table[:, 3] = np.arange(256)
    table.setflags(write=False)
    return table
