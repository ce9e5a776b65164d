"""Finding copies: files of equal bytes, and pictures that show the same thing.

Two pictures of different moles on a plain background look much alike when they are small, and two
of the same dermatoscope share its dark frame. What tells a copy is its fine detail (hair, pores,
the pigment network), inside an ellipse that leaves the frame out. So pairs are found at a coarse
scale, all of them, in every turned and mirrored position, and confirmed at a fine one.

The limits were chosen on the nine-class ISIC set and HAM10000: of 8,862 coarse candidates between
different lesions of HAM10000, all but one (the same mole twice, under two lesion numbers) stay
under 0.55 at the fine scale; copies that were recompressed, resized or brightened lie above 0.75,
cropped by 2 % above 0.75, cropped by 5 % at 0.6 in the median.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from core.copies.signatures import Signatures

Pair = tuple[int, int]
Floats = NDArray[np.float32]

_POSITIONS = 8  # turned and mirrored
_COARSE_SIDE = 32
_COARSE_LIMIT = 0.8
_FINE_LIMIT = 0.6
_RADIUS = 0.85  # of the ellipse, as a share of half the side
_BLOCK = 1024  # rows of the comparison held in memory at a time


def exact_pairs(hashes: Sequence[str | None]) -> list[Pair]:
    """Pairs of files with equal bytes, in order."""
    groups = defaultdict(list)
    for position, digest in enumerate(hashes):
        if digest is not None:
            groups[digest].append(position)
    return sorted(pair for group in groups.values() for pair in combinations(group, 2))


def near_pairs(signatures: Signatures) -> list[Pair]:
    """Pairs of pictures that show the same, in order; among them those of equal bytes.

    Parameters
    ----------
    signatures : Signatures
        Of the whole set; the result names positions in it.
    """
    readable = signatures.readable.tolist()
    return [(readable[first], readable[second]) for first, second in alike(signatures.grey)]


def alike(
    grey: NDArray[np.uint8], *, progress: Callable[[int, int], None] = lambda *_: None
) -> list[Pair]:
    """Pairs of pictures that show the same, in order.

    Parameters
    ----------
    grey : ndarray of uint8
        From `core.copies.signatures.small_grey`, (n, 96, 96).
    progress : callable
        Told how far it is, as a number of pictures, and how many there are; first 0.
    """
    fine = _Fine(grey)
    found = {
        (first, second)
        for first, second, position in _candidates(grey, progress)
        if fine.likeness(first, second, position) >= _FINE_LIMIT
    }
    return sorted(found)


def _candidates(
    grey: NDArray[np.uint8], progress: Callable[[int, int], None]
) -> Iterator[tuple[int, int, int]]:
    """Pairs that look alike at a coarse scale, and the position in which they do."""
    step = grey.shape[1] // _COARSE_SIDE
    small = grey.reshape(-1, _COARSE_SIDE, step, _COARSE_SIDE, step).mean((2, 4), np.float32)
    detail = small - gaussian_filter(small, (0, 4, 4))
    upright = _unit(detail)
    for position in range(_POSITIONS):
        progress(position * len(grey) // _POSITIONS, len(grey))
        turned = _unit(
            np.stack([placed(picture, position) for picture in detail]) if len(detail) else detail
        )
        for start in range(0, len(upright), _BLOCK):
            likeness = upright[start : start + _BLOCK] @ turned[start:].T
            for row, column in zip(*np.nonzero(likeness >= _COARSE_LIMIT), strict=True):
                if row < column:
                    yield int(start + row), int(start + column), position
    progress(len(grey), len(grey))


def placed(picture: Floats, position: int) -> Floats:
    """Return one of the eight turned and mirrored positions of a square picture."""
    mirrored = picture[:, ::-1] if position & 1 else picture
    return np.rot90(mirrored, position >> 1)


def _unit(pictures: Floats) -> Floats:
    """Pictures as vectors of length 1 and mean 0 inside the ellipse, 0 outside; flat ones are 0."""
    inside = _ellipse(pictures.shape[-1])
    values = pictures[:, inside]
    values = values - values.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(values, axis=1, keepdims=True)
    return np.asarray(values / np.maximum(lengths, 1.0), np.float32)


def _ellipse(side: int) -> NDArray[np.bool_]:
    places = np.linspace(-1, 1, side)
    return np.asarray(places[:, None] ** 2 + places[None, :] ** 2 < _RADIUS**2)


class _Fine:
    """Compares fine detail, worked out for each picture when first needed."""

    def __init__(self, grey: NDArray[np.uint8]) -> None:
        self._grey = grey
        self._detail: dict[int, Floats] = {}

    def likeness(self, first: int, second: int, position: int) -> float:
        """Correlation of the first with the second in that position, -1 to 1."""
        inside = _ellipse(self._grey.shape[-1])
        left = self._of(first)[inside]
        right = placed(self._of(second), position)[inside]
        lengths = float(np.linalg.norm(left) * np.linalg.norm(right))
        return float(left @ right) / lengths if lengths > 0 else 0.0

    def _of(self, index: int) -> Floats:
        if index not in self._detail:
            picture = self._grey[index].astype(np.float32)
            detail = picture - gaussian_filter(picture, 2)
            # Each place by its own contrast, so that one strong edge does not decide.
            contrast = np.sqrt(gaussian_filter(detail**2, 6)) + 2.0
            self._detail[index] = gaussian_filter(detail / contrast, 0.7)
        return self._detail[index]
