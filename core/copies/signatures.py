"""What copies are recognised by: a hash of the bytes, and a small grey picture."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import ImageError
from core.images import FitMode, FitSpec, ImageReader, fit

SIDE = 96
_SPEC = FitSpec(SIDE, SIDE, FitMode.STRETCH)
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601


@dataclass(frozen=True, slots=True, eq=False)
class Signatures:
    """What a set's copies are recognised by.

    Parameters
    ----------
    hashes : tuple of (str or None)
        SHA-256 of each file's bytes; None where they cannot be read.
    readable : ndarray of int64
        Positions of the files that hold an image, (m,).
    grey : ndarray of uint8
        Their luminance, squashed to squares, (m, 96, 96).
    errors : dict of int to str
        Why the others cannot be read, by position.
    """

    hashes: tuple[str | None, ...]
    readable: NDArray[np.int64]
    grey: NDArray[np.uint8]
    errors: dict[int, str]


def read_signatures(
    paths: Sequence[Path], *, progress: Callable[[int], None] = lambda _: None
) -> Signatures:
    """Read every file once.

    Parameters
    ----------
    paths : sequence of Path
        Image files; those that cannot be read are told in the result.
    progress : callable
        Told how many are done.
    """
    grey, readable, errors = [], [], {}
    with ImageReader() as reader:
        readings = reader.read_many(paths, max_side=_READ_SIDE)
        for position, (_, outcome) in enumerate(readings):
            if isinstance(outcome, ImageError):
                errors[position] = outcome.message
            else:
                readable.append(position)
                grey.append(small_grey(outcome.pixels))
            progress(position + 1)
    return Signatures(
        hashes=tuple(file_hash(path) for path in paths),
        readable=np.array(readable, dtype=np.int64),
        grey=np.stack(grey) if grey else np.zeros((0, SIDE, SIDE), np.uint8),
        errors=errors,
    )


_READ_SIDE = 1024


def small_grey(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the luminance of a picture, squashed to a square.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).

    Returns
    -------
    ndarray of uint8
        (96, 96).
    """
    grey: NDArray[np.uint8] = (fit(pixels, _SPEC).pixels @ _LUMA).round().astype(np.uint8)
    return grey


def file_hash(path: Path) -> str | None:
    """SHA-256 of a file's bytes; None where they cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
