"""The legend under a picture with a heat map: without it, colours are decoration.

It gives the scale with its numbers, the class and its probability, says what hatching means, and
repeats that this is no diagnosis, because pictures travel without the program that made them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from core.explain.heatmap import (
    DEFAULT_OPACITY,
    ColourMap,
    blend,
    colour_heat_map,
    hatching,
)
from core.language import marked, number, say
from core.wording import percent

DISCLAIMER: Final = marked("For research and education; not a diagnosis.")
UNSEEN: Final = marked("Hatched: not seen by the network")
_PAPER: Final = (255, 255, 255)
_TEXT: Final = (28, 28, 28)
_QUIET: Final = (92, 92, 92)

_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def with_scale_bar(  # noqa: PLR0913 # a legend has that many parts
    pixels: NDArray[np.uint8],
    *,
    full_scale: float,
    class_name: str,
    probability: float,
    quantity: str | None = None,
    colour_map: ColourMap = ColourMap.VIRIDIS,
    opacity: float = DEFAULT_OPACITY,
    ground: tuple[int, int, int] | None = None,
    has_unseen: bool = False,
) -> NDArray[np.uint8]:
    """Append a legend below a picture that bears a heat map.

    Parameters
    ----------
    pixels : ndarray of uint8, (height, width, 3)
        From `core.explain.heatmap.overlay`.
    full_scale : float
        The evidence shown at full strength, in logit units.
    class_name : str
        The class that is explained; a long name is wrapped.
    probability : float
        Its probability, in [0, 1].
    quantity : str, optional
        What the colours mean, and in which unit; evidence for the class by default.
    colour_map, opacity : optional
        As given to `overlay`.
    ground : tuple of int, optional
        RGB on which the colour bar is laid, so that it shows the colours as they appear in the
        picture; by default the median colour of `pixels`.
    has_unseen : bool, optional
        Whether to explain the hatching.

    Returns
    -------
    ndarray of uint8, (height + strip, width, 3)
        The picture, unchanged, and the legend below it. Everything in the legend grows with the
        picture's width.

    Raises
    ------
    ValueError
        If the probability lies outside [0, 1] or the full scale is not a positive number.
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"A probability lies between 0 and 1, not {probability}.")
    if not (np.isfinite(full_scale) and full_scale > 0):
        raise ValueError(f"The full scale of a heat map is a positive number, not {full_scale}.")
    paper = _Paper.for_width(pixels.shape[1])
    paper.write(f"{class_name}: {percent(probability)}", size=1.3, fill=_TEXT)
    paper.write(
        quantity or say("Evidence for {class_name}, logit units", class_name=class_name),
        size=1.0,
        fill=_QUIET,
    )
    below = _median_colour(pixels) if ground is None else np.array(ground, np.uint8)
    paper.colour_bar(below, colour_map=colour_map, opacity=opacity)
    paper.scale(["0", _number(full_scale / 2), say("{number} or more", number=_number(full_scale))])
    if has_unseen:
        paper.write(say(UNSEEN), size=1.0, fill=_QUIET, swatch=True)
    paper.write(say(DISCLAIMER), size=1.0, fill=_QUIET)
    return np.concatenate([pixels, paper.cut()])


def with_remarks(pixels: NDArray[np.uint8], remarks: Sequence[str]) -> NDArray[np.uint8]:
    """Append what must not be missed about a finding, in the legend's own hand.

    Parameters
    ----------
    pixels : ndarray of uint8, (height, width, 3)
        A picture.
    remarks : sequence of str
        A sentence each; without any, nothing is appended.

    Returns
    -------
    ndarray of uint8, (height + strip, width, 3)
        The picture, unchanged, and the sentences below it.
    """
    if not remarks:
        return pixels
    paper = _Paper.for_width(pixels.shape[1])
    for remark in remarks:
        paper.write(remark, size=1.0, fill=_TEXT)
    return np.concatenate([pixels, paper.cut()])


def _median_colour(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Estimate it from every so many pixels: a median of 100 million takes seconds."""
    step = max(1, pixels.shape[1] // 300)
    return np.asarray(np.median(pixels[::step, ::step], axis=(0, 1)), np.uint8)


def _number(value: float) -> str:
    return number(value, ".3g" if value < 1000 else ".0f")


@dataclass(slots=True)
class _Paper:
    """A white strip that is written from top to bottom and cut off where the writing ends."""

    image: Image.Image
    point: float
    pad: int
    y: int

    @classmethod
    def for_width(cls, width: int) -> _Paper:
        point = max(8.0, width / 34) if width < 900 else 900 / 34 + (width - 900) / 48
        pad = max(3, round(point * 0.6))
        return cls(Image.new("RGB", (width, pad), _PAPER), point, pad, pad)

    @property
    def room(self) -> int:
        return max(1, self.image.width - 2 * self.pad)

    def need(self, height: int) -> ImageDraw.ImageDraw:
        """Make the strip longer where it has to be."""
        missing = self.y + height + self.pad - self.image.height
        if missing > 0:
            box = (0, 0, self.image.width, self.image.height + missing)
            longer = Image.new("RGB", box[2:], _PAPER)
            longer.paste(self.image)
            self.image = longer
        return ImageDraw.Draw(self.image)

    def write(
        self, text: str, *, size: float, fill: tuple[int, int, int], swatch: bool = False
    ) -> None:
        font = ImageFont.load_default(self.point * size)
        line = round(self.point * size * 1.3)
        indent = round(line * 2) if swatch else 0
        if swatch:
            self.need(line)
            shape = (line, line * 3 // 2)
            lines = hatching(shape, picture_width=self.image.width)
            sign = blend(_flat(shape, _PAPER), lines, opacity=1)
            self.image.paste(Image.fromarray(sign), (self.pad, self.y))
        for part in _wrapped(text, font, self.room - indent):
            self.need(line).text((self.pad + indent, self.y), part, font=font, fill=fill)
            self.y += line
        self.y += round(self.point * 0.25)

    def colour_bar(
        self, ground: NDArray[np.uint8], *, colour_map: ColourMap, opacity: float
    ) -> None:
        height = round(self.point * 1.1)
        ramp = np.linspace(0, 1, self.room, dtype=np.float32)
        rgba = colour_heat_map(np.tile(ramp, (height, 1)), colour_map=colour_map)
        bar = blend(_flat((height, self.room), ground), rgba, opacity=opacity)
        self.need(height)
        self.image.paste(Image.fromarray(bar), (self.pad, self.y))
        self.y += height + round(self.point * 0.15)

    def scale(self, numbers: list[str]) -> None:
        """Write numbers at the left, the middle and the right of the bar."""
        font = ImageFont.load_default(self.point)
        draw = self.need(round(self.point * 1.3))
        for place, words in zip((0.0, 0.5, 1.0), numbers, strict=True):
            x = self.pad + place * (self.room - font.getlength(words))
            draw.text((x, self.y), words, font=font, fill=_QUIET)
        self.y += round(self.point * 1.6)

    def cut(self) -> NDArray[np.uint8]:
        return np.asarray(self.image.crop((0, 0, self.image.width, self.y + self.pad // 2)))


def _flat(shape: tuple[int, int], colour: NDArray[np.uint8] | tuple[int, ...]) -> NDArray[np.uint8]:
    return np.full((*shape, 3), colour, np.uint8)


def _wrapped(text: str, font: _Font, room: float) -> Iterator[str]:
    """Break text into lines that fit: between words, or inside a word that is too long."""
    line = ""
    for word in text.split():
        candidate = f"{line} {word}".strip()
        if font.getlength(candidate) <= room:
            line = candidate
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > room and len(line) > 1:
            keep = next(
                n for n in range(len(line) - 1, 0, -1) if n == 1 or font.getlength(line[:n]) <= room
            )
            yield line[:keep]
            line = line[keep:]
    if line:
        yield line
