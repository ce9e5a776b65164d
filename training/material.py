"""What every experiment learns from: samples, split and pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.images import FitMode, FitSpec
from training.datasets import Sample
from training.pixels import decoded
from training.splits import Split


@dataclass(frozen=True, slots=True)
class Material:
    """What every experiment learns from.

    Parameters
    ----------
    data : Path
        Folder of the data set.
    samples : tuple of Sample
        Its images.
    codes : tuple of str
        Class codes; the position is the class index.
    split : Split
        Which image stands on which side.
    cache : Path
        Folder for decoded pixels.
    limit : int, optional
        Examples in an epoch, for a quick try; all training images by default.
    """

    data: Path
    samples: tuple[Sample, ...]
    codes: tuple[str, ...]
    split: Split
    cache: Path
    limit: int | None = None

    @property
    def labels(self) -> NDArray[np.int64]:
        """Class index of each sample, (n,)."""
        return np.array([self.codes.index(sample.code) for sample in self.samples])

    def rows(self, part: Sequence[str]) -> NDArray[np.int64]:
        """Positions of the samples whose ids stand in `part`."""
        wanted = set(part)
        return np.array([i for i, sample in enumerate(self.samples) if sample.image_id in wanted])

    def pixels(self, size: tuple[int, int]) -> NDArray[np.uint8]:
        """All images at this height and width, uint8 (n, height, width, 3)."""
        spec = FitSpec(height=size[0], width=size[1], mode=FitMode.CROP)
        return decoded(self.samples, spec, cache=self.cache)
