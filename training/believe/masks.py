"""Masks of lesions, in the network's own input."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import DatasetError, ImageError, LentigoError
from core.images import FitSpec, ImageReader, fit


def find_masks(folder: Path, images: list[Path]) -> dict[Path, Path]:
    """Find the mask of each image: a PNG of its name.

    Returns
    -------
    dict of Path to Path
        By image; those without a mask are left out.

    Raises
    ------
    DatasetError
        If there is none at all.
    """
    found = {image: folder / f"{image.stem}.png" for image in images}
    there = {image: mask for image, mask in found.items() if mask.is_file()}
    if not there:
        raise DatasetError(f"{folder} holds no masks of these images.", value=folder)
    return there


def read_mask(path: Path, spec: FitSpec, *, reader: ImageReader) -> NDArray[np.bool_]:
    """Read a mask as the network sees its image, (height, width); True is lesion.

    Raises
    ------
    ImageError
        If it cannot be read, or marks nothing that the network sees.
    """
    ((_, outcome),) = reader.read_many([path])
    if isinstance(outcome, LentigoError):
        raise outcome
    mask = fit(outcome.pixels, spec).pixels[..., 0] > 127
    if not mask.any():
        raise ImageError(f"The mask {path} marks nothing that the network sees.", value=path)
    return mask
