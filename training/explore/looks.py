"""Looks at a drawn part of the images: can it be read, how large, which colours.

All images of a large data set take minutes and tell nothing that some hundred of each class do not;
so at most so many are looked at, of every class equally many where it has them, drawn by a seed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.datasets import Sample
from core.errors import ImageError
from core.images import ImageFormat, ImageReader, Picture
from training.explore.colours import ImageColour, measure

SIDE = 192
"""Longest side, in pixels, at which images are measured and shown."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one image is.

    Parameters
    ----------
    sample : Sample
        Which.
    width, height : int
        Pixels, upright.
    byte_count : int
        Of its file.
    format : ImageFormat
        As its bytes say.
    colour : ImageColour
        Measured on at most SIDE pixels a side.
    pixels : ndarray of uint8 or None
        (height, width, 3), longest side at most SIDE, for the first few of each class.
    """

    sample: Sample
    width: int
    height: int
    byte_count: int
    format: ImageFormat
    colour: ImageColour
    pixels: NDArray[np.uint8] | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An image that could not be read, and why in one sentence."""

    sample: Sample
    message: str


@dataclass(frozen=True, slots=True)
class Looks:
    """What was looked at.

    Parameters
    ----------
    at_most : int
        Images of one class; a class that has fewer was looked at in full.
    seen : tuple of Look
        Class by class, in the order of the draw.
    unreadable : tuple of Unreadable
        The rest.
    """

    at_most: int
    seen: tuple[Look, ...]
    unreadable: tuple[Unreadable, ...]

    def of(self, code: str) -> tuple[Look, ...]:
        """Those of one class."""
        return tuple(look for look in self.seen if look.sample.code == code)


def look(
    samples: Sequence[Sample],
    *,
    limit: int,
    shown: int,
    seed: int,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Looks:
    """Read a drawn part of `samples`.

    Parameters
    ----------
    samples : sequence of Sample
        All of the data set.
    limit : int
        Images to read; some more where there are more classes than that.
    shown : int
        Images of each class whose pixels are kept.
    seed : int
        Of the draw.
    progress : callable
        Told how many of how many are done.
    """
    at_most = per_class(Counter(sample.code for sample in samples).values(), limit=limit)
    chosen = draw(samples, at_most=at_most, seed=seed)
    seen: list[Look] = []
    unreadable: list[Unreadable] = []
    kept: Counter[str] = Counter()
    with ImageReader() as reader:
        readings = reader.read_many([sample.path for sample in chosen], max_side=SIDE)
        for done, (sample, reading) in enumerate(zip(chosen, readings, strict=True), start=1):
            if isinstance(reading.outcome, ImageError):
                unreadable.append(Unreadable(sample, reading.outcome.message))
            else:
                seen.append(_look(sample, reading.outcome, keep=kept[sample.code] < shown))
                kept[sample.code] += 1
            progress(done, len(chosen))
    return Looks(at_most, tuple(seen), tuple(unreadable))


def per_class(counts: Collection[int], *, limit: int) -> int:
    """Largest number of images of each class, at least 1, with which `limit` is not exceeded."""
    least, most = 1, max(counts, default=1)
    while least < most:
        middle = (least + most + 1) // 2
        if sum(min(count, middle) for count in counts) <= limit:
            least = middle
        else:
            most = middle - 1
    return least


def draw(samples: Sequence[Sample], *, at_most: int, seed: int) -> list[Sample]:
    """Draw at most so many samples of each class, class by class, in random order."""
    by_class: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        by_class[sample.code].append(sample)
    generator = np.random.default_rng(seed)
    return [
        members[index]
        for members in by_class.values()
        for index in generator.permutation(len(members))[:at_most]
    ]


def _look(sample: Sample, picture: Picture, *, keep: bool) -> Look:
    record = picture.record
    return Look(
        sample=sample,
        width=record.width,
        height=record.height,
        byte_count=record.byte_count,
        format=record.format,
        colour=measure(picture.pixels),
        pixels=picture.pixels if keep else None,
    )
