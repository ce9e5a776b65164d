"""Splits that keep each lesion on one side, or each cluster of like images where none is known.

HAM10000 shows 7,470 lesions in 10,015 images. A random split leaves two validation images in five
with a sibling in training, and claims 3 to 15 points of balanced accuracy that are not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from core.datasets import Sample
from core.errors import DatasetError
from training.split_files import checksum, image_ids, read_checked, write_checked

PARTS = ("train", "validation", "test")
_FOLDS = "folds"


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
        return checksum(self._content())

    def save(self, path: Path) -> None:
        """Write the split as JSON.

        Raises
        ------
        DatasetError
            If the file cannot be written.
        """
        write_checked(path, self._content())

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote.

        Raises
        ------
        DatasetError
            If the file is not a split, was changed, or names an image twice.
        """
        content = read_checked(path)
        if _FOLDS in content:
            count = len(content[_FOLDS])
            raise DatasetError(f"{path} holds {count} folds: say which one is the test side.")
        absent = [part for part in PARTS if part not in content]
        if absent:
            raise DatasetError(f"{path} is not a split: it has no {absent[0]!r}.", value=path)
        return cls(*image_ids([content[part] for part in PARTS], path))

    def require_fit(self, samples: Sequence[Sample]) -> None:
        """Check that the split is one of these samples, and can be trained on.

        Raises
        ------
        DatasetError
            If it names other images, a side is empty, or a class is not among what is trained on.
        """
        code_of = {sample.image_id: sample.code for sample in samples}
        for part in PARTS:
            names = getattr(self, part)
            strange = [name for name in names if name not in code_of]
            if strange:
                raise DatasetError(
                    f"The split names {len(strange)} images for {part} that this data set does not "
                    f"have, {strange[0]} first.",
                    value=strange,
                )
            if not names:
                raise DatasetError(f"The split leaves nothing for {part}.", value=part)
        absent = set(code_of.values()) - {code_of[name] for name in self.train}
        if absent:
            raise DatasetError(
                f"The split has no image of the class {min(absent)!r} to train on.", value=absent
            )

    def _content(self) -> dict[str, object]:
        return {part: sorted(getattr(self, part)) for part in PARTS}


@dataclass(frozen=True, slots=True)
class Folds:
    """Parts of a data set that take turns as the test side.

    Parameters
    ----------
    folds : tuple of tuple of str
        Image ids of each fold, at least three.
    """

    folds: tuple[tuple[str, ...], ...]

    @property
    def sha256(self) -> str:
        """Hash that names these folds."""
        return checksum(self._content())

    def save(self, path: Path) -> None:
        """Write the folds as JSON.

        Raises
        ------
        DatasetError
            If the file cannot be written.
        """
        write_checked(path, self._content())

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote.

        Raises
        ------
        DatasetError
            If the file holds no folds, was changed, or names an image twice.
        """
        parts = read_checked(path).get(_FOLDS)
        if not isinstance(parts, list) or len(parts) < len(PARTS):
            raise DatasetError(f"{path} holds no folds: it is a split by itself.", value=path)
        return cls(image_ids(parts, path))

    def split(self, number: int) -> Split:
        """Test on one fold, validate on the next, train on the others.

        Parameters
        ----------
        number : int
            Of the test fold, from 1.

        Raises
        ------
        DatasetError
            If there is no such fold.
        """
        count = len(self.folds)
        if not 1 <= number <= count:
            raise DatasetError(f"There is no fold {number}: there are 1 to {count}.", value=number)
        test, validation = number - 1, number % count
        rest = [fold for i, fold in enumerate(self.folds) if i not in {test, validation}]
        return Split(
            train=tuple(name for fold in rest for name in fold),
            validation=self.folds[validation],
            test=self.folds[test],
        )

    def _content(self) -> dict[str, object]:
        return {_FOLDS: [sorted(fold) for fold in self.folds]}


def load_split(path: Path, *, fold: int | None = None) -> Split:
    """Read a split, or one of the splits that folds make.

    Parameters
    ----------
    path : Path
        Written by ``python -m training split``.
    fold : int, optional
        Number of the test fold, from 1, where the file holds folds.

    Raises
    ------
    DatasetError
        If the file holds no such split.
    """
    return Split.load(path) if fold is None else Folds.load(path).split(fold)
