"""Where in the network's input an image lies: geometry alone, no pixels.

Coordinates are continuous, in pixels, from the top left corner: pixel (row i, column j) covers
i to i + 1 and j to j + 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FitMode(StrEnum):
    """How an image of one shape comes into an input of another."""

    CROP = "crop"
    """The largest centred part that has the input's shape; what lies beyond it is not seen."""
    STRETCH = "stretch"
    """All of the image, squeezed."""
    PAD = "pad"
    """All of the image in its own shape, centred; the rest of the input is black."""


@dataclass(frozen=True, slots=True)
class FitSpec:
    """The network's input.

    Parameters
    ----------
    height, width : int
        In pixels.
    mode : FitMode
        How images come into it.

    Raises
    ------
    ValueError
        If a side is not positive.
    """

    height: int
    width: int
    mode: FitMode = FitMode.CROP

    def __post_init__(self) -> None:
        _require_positive(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pixels; `right` and `bottom` are beyond its last pixel."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Extent along the columns."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Extent along the rows."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Placement:
    """Which part of an image is shown in which part of the input.

    Parameters
    ----------
    source_size : (int, int)
        Height and width of the image.
    target_size : (int, int)
        Height and width of the network's input.
    source : Box
        The part of the image that is shown.
    target : Box
        Where it is shown; whole pixels. Everything around it is padding.
    """

    source_size: tuple[int, int]
    target_size: tuple[int, int]
    source: Box
    target: Box


def covering(height: int, width: int) -> Placement:
    """Return the placement of an input in itself: all of it is shown, where it is."""
    whole = Box(0, 0, width, height)
    return Placement((height, width), (height, width), whole, whole)


def place(height: int, width: int, spec: FitSpec) -> Placement:
    """Work out the placement of an image.

    Parameters
    ----------
    height, width : int
        Of the image, in pixels.
    spec : FitSpec
        The network's input.

    Returns
    -------
    Placement
        Both boxes have a positive area and lie within their sizes, whatever the shapes.

    Raises
    ------
    ValueError
        If a side is not positive.
    """
    _require_positive(height, width)
    source, target = Box(0, 0, width, height), Box(0, 0, spec.width, spec.height)
    if spec.mode is FitMode.CROP:
        source = _cropped(height, width, spec)
    elif spec.mode is FitMode.PAD:
        target = _padded(height, width, spec)
    return Placement((height, width), (spec.height, spec.width), source, target)


def _cropped(height: int, width: int, spec: FitSpec) -> Box:
    scale = max(spec.height / height, spec.width / width)
    # Rounding must not push a side that is shown whole over the image's edge.
    shown_width, shown_height = min(width, spec.width / scale), min(height, spec.height / scale)
    left, top = (width - shown_width) / 2, (height - shown_height) / 2
    return Box(left, top, left + shown_width, top + shown_height)


def _padded(height: int, width: int, spec: FitSpec) -> Box:
    scale = min(spec.height / height, spec.width / width)
    shown_width = min(spec.width, max(1, round(width * scale)))
    shown_height = min(spec.height, max(1, round(height * scale)))
    left, top = (spec.width - shown_width) // 2, (spec.height - shown_height) // 2
    return Box(left, top, left + shown_width, top + shown_height)


def _require_positive(height: int, width: int) -> None:
    if height < 1 or width < 1:
        msg = f"an image needs a positive size, not {height} x {width}"
        raise ValueError(msg)
