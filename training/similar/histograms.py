"""The plain rival of embeddings: how much two images have the same colours.

A histogram of 8 x 8 x 8 colours in RGB of what the network sees, compared by intersection [1]_.

References
----------
.. [1] Swain, Ballard, "Color Indexing", International Journal of Computer Vision 7(1), 1991,
   doi:10.1007/BF00130487.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import ImageError
from core.images import FitSpec, ImageReader, fit
from core.model.preparation import BOUNDED_SIDE

Floats = NDArray[np.float32]
BINS = 8
"""Of each channel."""


def histogram(pixels: NDArray[np.uint8]) -> Floats:
    """Share of each colour, (512,), of RGB pixels, (height, width, 3)."""
    binned = pixels.astype(np.int64) * BINS // 256
    places = (binned[..., 0] * BINS + binned[..., 1]) * BINS + binned[..., 2]
    counts = np.bincount(places.ravel(), minlength=BINS**3)
    shares: Floats = (counts / counts.sum()).astype(np.float32)
    return shares


def histograms(paths: Sequence[Path], spec: FitSpec, *, progress: Callable[[int], None]) -> Floats:
    """Read images and count their colours.

    Parameters
    ----------
    paths : sequence of Path
        Image files.
    spec : FitSpec
        Of the network's input.
    progress : callable
        Told how many are done.

    Returns
    -------
    ndarray of float32
        (n, 512); zeros, which have nothing in common with anything, for an image that cannot be
        read any more.
    """
    rows = np.zeros((len(paths), BINS**3), np.float32)
    with ImageReader() as reader:
        readings = reader.read_many(paths, max_side=BOUNDED_SIDE)
        for row, (_, outcome) in enumerate(readings):
            if not isinstance(outcome, ImageError):
                rows[row] = histogram(fit(outcome.pixels, spec).pixels)
            progress(row + 1)
    return rows


def intersections(queries: Floats, gallery: Floats) -> Iterator[Floats]:
    """Yield for each query its intersection with every histogram of the gallery, (m,), 0 to 1."""
    for query in queries:
        yield np.minimum(gallery, query).sum(axis=1)
