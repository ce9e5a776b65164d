"""Lesion masks beside a data set: what of the gate's outline of the lesion is true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets import Sample
from core.errors import DatasetError
from core.images import ImageReader, find_images

Mask = NDArray[np.bool_]

_SUFFIX = "_segmentation"  # of masks as the ISIC archive names them
_CUT = 0.05
_TINY = 0.03


@dataclass(frozen=True, slots=True)
class Truth:
    """What a mask says of its image.

    Parameters
    ----------
    cut : bool
        Whether the lesion covers more than a twentieth of the image's edge.
    tiny : bool
        Whether it covers less than 3 % of the image.
    """

    cut: bool
    tiny: bool

    @classmethod
    def of(cls, mask: Mask) -> Truth:
        """Judge a mask, (height, width)."""
        edge = np.concatenate([mask[0], mask[-1], mask[1:-1, 0], mask[1:-1, -1]])
        return cls(cut=bool(edge.mean() > _CUT), tiny=bool(mask.mean() < _TINY))


def find_masks(folder: Path, samples: Sequence[Sample]) -> Mapping[str, Path]:
    """Find the mask file of each image, by the image's id, as far as there are any."""
    if not folder.is_dir():
        return {}
    files = {path.stem.removesuffix(_SUFFIX): path for path in find_images([folder])}
    return {one.image_id: files[one.image_id] for one in samples if one.image_id in files}


def read_masks(files: Mapping[str, Path], *, reader: ImageReader) -> dict[str, Mask]:
    """Read masks: what is brighter than half is lesion.

    Raises
    ------
    DatasetError
        If one cannot be read, or shows no lesion.
    """
    masks = {}
    readings = reader.read_many(list(files.values()))
    for image_id, (path, outcome) in zip(files, readings, strict=True):
        if isinstance(outcome, Exception):
            raise DatasetError(f"{path} cannot be read: {outcome}", value=path)
        masks[image_id] = outcome.pixels[..., 0] > 127
        if not masks[image_id].any():
            raise DatasetError(f"The mask {path} shows no lesion.", value=path)
    return masks
