"""Draws splits in which each class stands on each side, and no group on two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count, islice

import numpy as np
from numpy.typing import NDArray

from core.datasets import Sample
from core.errors import DatasetError
from training.folds import grouped_folds
from training.splits import PARTS, Folds, Split

FOLDS = 10
_ATTEMPTS = 20  # a class of few lesions may miss a side by chance

_Groups = Mapping[str, str]


def group_of(sample: Sample) -> str:
    """Name what must stay together as far as a sample knows: its lesion, else itself."""
    return sample.image_id if sample.lesion_id is None else sample.lesion_id


def split_by_lesion(
    samples: Sequence[Sample], *, seed: int, groups: _Groups | None = None
) -> Split:
    """Split by lesion, stratified by class: a fifth test, a tenth validation, the rest train.

    Parameters
    ----------
    samples : sequence of Sample
        What to split.
    seed : int
        Of the shuffle.
    groups : mapping of str to str, optional
        Group of each image by its id; nothing of one group stands on two sides. By default the
        lesion, else the image itself.

    Raises
    ------
    DatasetError
        If a lesion bears two classes, or there are too few groups of a class for three sides.
    """
    tests = FOLDS // 5

    def arranged(fold_of: NDArray[np.int64]) -> tuple[tuple[str, ...], ...]:
        ids = np.array([sample.image_id for sample in samples])
        masks = (fold_of > tests, fold_of == tests, fold_of < tests)
        return tuple(tuple(ids[mask].tolist()) for mask in masks)

    return Split(*_drawn(samples, FOLDS, arranged, seed=seed, groups=groups))


def folds_by_lesion(
    samples: Sequence[Sample], *, folds: int, seed: int, groups: _Groups | None = None
) -> Folds:
    """Divide into folds by lesion, stratified by class.

    Parameters
    ----------
    samples, seed, groups
        As for `split_by_lesion`.
    folds : int
        How many, at least 3.

    Raises
    ------
    DatasetError
        As for `split_by_lesion`.
    """

    def arranged(fold_of: NDArray[np.int64]) -> tuple[tuple[str, ...], ...]:
        ids = np.array([sample.image_id for sample in samples])
        return tuple(tuple(ids[fold_of == fold].tolist()) for fold in range(folds))

    return Folds(_drawn(samples, folds, arranged, seed=seed, groups=groups))


def split_as_given(samples: Sequence[Sample], *, seed: int, groups: _Groups | None = None) -> Split:
    """Take the sides that a set came with; a tenth of what there is to train on validates.

    Parameters
    ----------
    samples : sequence of Sample
        Whose ``origin`` is ``train``, ``validation`` or ``test``.
    seed, groups
        Of the draw of validation images, where the set has none: see `split_by_lesion`.

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
        inner = split_by_lesion(rest, seed=seed, groups=groups)
        sides["validation"] = list(inner.validation)
        sides["train"] = [*inner.train, *inner.test]
    return Split(**{part: tuple(ids) for part, ids in sides.items()})


def _drawn(
    samples: Sequence[Sample],
    folds: int,
    arranged: Callable[[NDArray[np.int64]], tuple[tuple[str, ...], ...]],
    *,
    seed: int,
    groups: _Groups | None,
) -> tuple[tuple[str, ...], ...]:
    """Parts in each of which every class occurs; drawn again where one does not."""
    _require_one_class(samples)
    codes = np.array([sample.code for sample in samples])
    named = [group_of(sample) if groups is None else groups[sample.image_id] for sample in samples]
    code_of = {sample.image_id: sample.code for sample in samples}
    absent = ""
    for attempt in islice(count(seed), _ATTEMPTS):
        fold_of = grouped_folds(codes, np.array(named), folds=folds, seed=attempt)
        parts = arranged(fold_of)
        absent = _absent(parts, code_of)
        if not absent:
            return parts
    held = len({group for group, code in zip(named, codes, strict=True) if code == absent})
    raise DatasetError(
        f"The class {absent!r} has {held} lesions or groups of like images, too few to stand in "
        "each part: choose fewer --folds, or leave the class out.",
        value=absent,
    )


def _absent(parts: Iterable[tuple[str, ...]], code_of: Mapping[str, str]) -> str:
    """Name a class that is missing in a part; empty where none is."""
    everything = set(code_of.values())
    missing = [everything - {code_of[name] for name in part} for part in parts]
    return min((min(codes) for codes in missing if codes), default="")


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
