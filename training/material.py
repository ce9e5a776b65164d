"""What every experiment learns from: a data set, its split and its pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets import Dataset, Sample
from core.images import FitMode, FitSpec
from core.paths import model_folder
from training.experiment import BUNDLE, IMAGENET, Distilling
from training.further import Further
from training.pixels import decoded
from training.splits import Split


@dataclass(frozen=True, slots=True)
class Material:
    """What every experiment learns from.

    Parameters
    ----------
    dataset : Dataset
        The images.
    split : Split
        Which image stands on which side.
    cache : Path
        Folder for decoded pixels.
    limit : int, optional
        Examples in an epoch, for a quick try; all training images by default.
    leaks : int
        Pairs of images that are known to stand on two sides though they show the same, and were
        accepted.
    weights : Path, optional
        File of weights, or folder of a bundle, to start from, where it does not lie where the
        experiment says.
    further : Further, optional
        Images of another set that are learned from as well.
    """

    dataset: Dataset
    split: Split
    cache: Path
    limit: int | None = None
    leaks: int = 0
    weights: Path | None = None
    further: Further | None = None

    @property
    def samples(self) -> tuple[Sample, ...]:
        """Images that may be trained on; at the end those of another set."""
        further = () if self.further is None else self.further.samples
        return (*self.dataset.trainable, *further)

    @property
    def codes(self) -> tuple[str, ...]:
        """Class codes; the position is the class index."""
        return self.dataset.codes

    @property
    def labels(self) -> NDArray[np.int64]:
        """Class index of each sample, (n,)."""
        index = {code: number for number, code in enumerate(self.codes)}
        return np.array([index[sample.code] for sample in self.samples])

    def start_of(self, weights: str | None) -> str | Path | None:
        """Where an experiment's weights are.

        Returns
        -------
        str, Path or None
            ``imagenet``, a file, the folder of a bundle, or None for random ones.
        """
        if weights is None or weights == IMAGENET:
            return weights
        if weights == BUNDLE:
            return self.weights or model_folder()
        return self.weights or self.dataset.folder / weights

    def for_teacher(self, experiment: Distilling) -> Material:
        """Give what its teacher learns from: a model that the student starts as is not for it."""
        return replace(self, weights=None) if experiment.weights == BUNDLE else self

    def rows(self, part: Sequence[str]) -> NDArray[np.int64]:
        """Positions of the samples whose ids stand in `part`."""
        wanted = set(part)
        return np.array([i for i, sample in enumerate(self.samples) if sample.image_id in wanted])

    @property
    def taught(self) -> NDArray[np.int64]:
        """Positions of the samples that are learned from."""
        own = self.rows(self.split.train)
        return np.concatenate([own, np.arange(len(self.dataset.trainable), len(self.samples))])

    def validation(self, size: tuple[int, int]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Give validation images at this height and width, and their class indices."""
        rows = self.rows(self.split.validation)[: self.limit]
        return np.asarray(self.pixels(size)[rows]), self.labels[rows]

    def pixels(self, size: tuple[int, int]) -> NDArray[np.uint8]:
        """All images at this height and width, uint8 (n, height, width, 3)."""
        spec = FitSpec(height=size[0], width=size[1], mode=FitMode.CROP)
        return decoded(self.samples, spec, cache=self.cache)
