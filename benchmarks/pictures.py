"""Image files to measure with: a few phantoms, drawn once, and many shifted copies of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.images.encode import encode_jpeg
from core.phantoms import EXAMPLES, draw_phantom

_SEED = 20260101


@cache
def _drawn() -> tuple[tuple[str, NDArray[np.uint8]], ...]:
    return tuple((kind.value, draw_phantom(kind, seed=seed)) for kind, seed in EXAMPLES.items())


def write_pictures(folder: Path, *, images: int) -> list[Path]:
    """Write JPEG files of 600 x 450, all different, into a folder for each kind of phantom.

    Parameters
    ----------
    folder : Path
        To be made.
    images : int
        How many.
    """
    generator = np.random.default_rng(_SEED)
    drawn = _drawn()
    paths = []
    for number in range(images):
        name, pixels = drawn[number % len(drawn)]
        path = folder / name / f"{number:06}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        shift = generator.integers(0, 450, 2)
        path.write_bytes(encode_jpeg(np.roll(pixels, shift, axis=(0, 1)), quality=90))
        paths.append(path)
    return paths
