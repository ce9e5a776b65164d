"""What a report reads of the originals: their pixels, and what else the files say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from core.images import read_image, read_metadata
from core.images.metadata import Tag

if TYPE_CHECKING:
    from core.cases.records import StoredImage
    from core.image_source import ImageSource

_SIDE: Final = 1024  # pixels; on half a page that is 300 to the inch
_LOGO_SIDE: Final = 480


def _nothing(_image: StoredImage) -> tuple[Tag, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Originals:
    """Reads images of cases; where it raises a `LentigoError`, that sentence is printed instead.

    Parameters
    ----------
    pixels : callable
        Gives an image's pixels, (height, width, 3), uint8.
    metadata : callable, optional
        Gives what its file says besides; called only where that was chosen.
    """

    pixels: Callable[[StoredImage], NDArray[np.uint8]]
    metadata: Callable[[StoredImage], tuple[Tag, ...]] = _nothing


def originals_in(source: Callable[[StoredImage], ImageSource]) -> Originals:
    """Read originals in the process that decodes."""
    return Originals(
        pixels=lambda image: read_image(source(image), max_side=_SIDE).pixels,
        metadata=lambda image: read_metadata(source(image)),
    )


def read_logo(path: Path | None) -> NDArray[np.uint8] | None:
    """Read a clinic's logo.

    Raises
    ------
    ImageError
        If it is no picture that can be read.
    """
    return None if path is None else read_image(path, max_side=_LOGO_SIDE).pixels
