"""Splits that keep each lesion on one side, or each cluster of like images where none is known.

HAM10000 shows 7,470 lesions in 10,015 images. A random split leaves two validation images in five
with a sibling in training, and claims 3 to 15 points of balanced accuracy that are not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Self

import numpy as np

from training.datasets import Sample
from training.errors import DatasetError
from training.folds import grouped_folds

PARTS = ("train", "validation", "test")


@dataclass(frozen=True, slots=True)
class Split:
    """Which image stands on which side.

    Parameters
    ----------
    train, validation, test : tuple of str
        Image ids. ``train`` fits the weights; ``validation`` fits what is chosen or scaled
        afterwards; ``test`` is measured once and decides nothing.
    """

    train: tuple[str, ...]
    validation: tuple[str, ...]
    test: tuple[str, ...]

    @property
    def sha256(self) -> str:
        """Hash that names this split on a card."""
        return hashlib.sha256(self._text().encode()).hexdigest()

    def save(self, path: Path) -> None:
        """Write the split as JSON.

        Raises
        ------
        DatasetError
            If the file cannot be written.
        """
        try:
            path.write_text(self._text(), encoding="utf-8")
        except OSError as error:
            raise DatasetError(
                f"{path} cannot be written: {error.strerror}.", value=path
            ) from error

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote.

        Raises
        ------
        DatasetError
            If the file is not a split.
        """
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            return cls(**{part: tuple(content[part]) for part in PARTS})
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DatasetError(f"{path} is not a split: {error}.", value=path) from error

    def _text(self) -> str:
        return json.dumps({part: sorted(getattr(self, part)) for part in PARTS}, indent=0) + "\n"


def split_by_lesion(
    samples: Sequence[Sample],
    *,
    seed: int,
    folds: int = 10,
    clusters: Mapping[str, str] = MappingProxyType({}),
) -> Split:
    """Split by lesion, stratified by class: a fifth test, a tenth validation, the rest train.

    Parameters
    ----------
    samples : sequence of Sample
        What to split.
    seed : int
        Of the shuffle.
    folds : int
        Number of folds, at least 4.
    clusters : mapping of str to str, optional
        Group of like images by image id, for samples whose lesion is not known.

    Raises
    ------
    DatasetError
        If a lesion bears two classes, or there are too few lesions of a class for the folds.
    """
    _require_one_class(samples)
    codes = np.array([sample.code for sample in samples])
    groups = np.array([group_of(sample, clusters) for sample in samples])
    fold_of = grouped_folds(codes, groups, folds=folds, seed=seed)
    ids = np.array([sample.image_id for sample in samples])
    tests = max(folds // 5, 1)
    return Split(
        train=tuple(ids[fold_of > tests].tolist()),
        validation=tuple(ids[fold_of == tests].tolist()),
        test=tuple(ids[fold_of < tests].tolist()),
    )


def split_as_given(samples: Sequence[Sample], *, seed: int) -> Split:
    """Take the sides that a set came with; a tenth of what there is to train on validates.

    Parameters
    ----------
    samples : sequence of Sample
        Whose ``origin`` is ``train``, ``validation`` or ``test``.
    seed : int
        Of the draw of validation images, where the set has none.

    Raises
    ------
    DatasetError
        If the set has no such sides.
    """
    sides = {part: [s.image_id for s in samples if s.origin == part] for part in PARTS}
    if not sides["train"] or not sides["test"]:
        raise DatasetError("This data set has no sides of its own, Train and Test.")
    if not sides["validation"]:
        rest = [sample for sample in samples if sample.origin == "train"]
        inner = split_by_lesion(rest, seed=seed)
        sides["validation"] = list(inner.validation)
        sides["train"] = [*inner.train, *inner.test]
    return Split(**{part: tuple(ids) for part, ids in sides.items()})


def group_of(sample: Sample, clusters: Mapping[str, str]) -> str:
    """Name what must stay together: the lesion, else the cluster of like images, else itself."""
    if sample.lesion_id is not None:
        return sample.lesion_id
    return clusters.get(sample.image_id, sample.image_id)


def _require_one_class(samples: Sequence[Sample]) -> None:
    seen: dict[str, str] = {}
    for sample in samples:
        if sample.lesion_id is None:
            continue
        if seen.setdefault(sample.lesion_id, sample.code) != sample.code:
            raise DatasetError(
                f"Lesion {sample.lesion_id} bears two classes, {seen[sample.lesion_id]} and "
                f"{sample.code}: settle which is right before training.",
                value=sample.lesion_id,
            )
