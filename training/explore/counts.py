"""What the metadata of a data set say: how many of what, in which class, and what is missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.datasets import Sample

Counts = NDArray[np.int64]


class Field(StrEnum):
    """Something that a data set may say of an image."""

    LESION = "lesion"
    AGE = "age"
    SEX = "sex"
    SITE = "site"
    CONFIRMATION = "confirmation"


VALUE_OF: Mapping[Field, Callable[[Sample], str | float | None]] = {
    Field.LESION: lambda sample: sample.lesion_id,
    Field.AGE: lambda sample: sample.age,
    Field.SEX: lambda sample: sample.sex,
    Field.SITE: lambda sample: sample.site,
    Field.CONFIRMATION: lambda sample: sample.confirmation,
}


@dataclass(frozen=True, slots=True)
class ClassCount:
    """One class.

    Parameters
    ----------
    code : str
        Its code.
    images : int
        That bear it.
    lesions : int or None
        That these images show; None where the lesion of any of them is not known.
    """

    code: str
    images: int
    lesions: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """Images by class and by what one field says of them.

    Parameters
    ----------
    codes : tuple of str
        Classes, the rows.
    values : tuple of str
        What the field says, most frequent first, the columns. Images of which it says nothing
        stand in no column.
    counts : ndarray of int64, shape (classes, values)
        Images.
    """

    codes: tuple[str, ...]
    values: tuple[str, ...]
    counts: Counts

    @property
    def known(self) -> int:
        """Images of which the field says anything."""
        return int(self.counts.sum())

    @property
    def giveaway(self) -> float | None:
        """Balanced accuracy of the best rule that sees this field and no image.

        For each value the rule names the class in which that value is most common; so it is right
        for the mean over classes of the share of images whose value leads to their class. Measured
        on the images that it was made from, so with few images it is too high. None with fewer
        than two classes to tell apart.
        """
        totals = self.counts.sum(axis=1)
        counts = self.counts[totals > 0]
        if len(counts) < 2:
            return None
        shares = counts / counts.sum(axis=1, keepdims=True)
        return float(shares.max(axis=0).sum() / len(counts))

    def only(self, codes: Sequence[str]) -> Self:
        """Keep these classes, in this order."""
        rows = [self.codes.index(code) for code in codes]
        return replace(self, codes=tuple(codes), counts=self.counts[rows])

    @property
    def chance(self) -> float | None:
        """What `giveaway` is if the field says nothing of the class; None likewise."""
        present = int((self.counts.sum(axis=1) > 0).sum())
        return 1 / present if present > 1 else None


def class_counts(samples: Sequence[Sample], codes: Sequence[str]) -> tuple[ClassCount, ...]:
    """Count images and lesions of each class, in the order of `codes`."""
    images = Counter(sample.code for sample in samples)
    lesions: dict[str, set[str | None]] = defaultdict(set)
    for sample in samples:
        lesions[sample.code].add(sample.lesion_id)
    return tuple(
        ClassCount(code, images[code], None if None in lesions[code] else len(lesions[code]))
        for code in codes
    )


def field_table(samples: Sequence[Sample], codes: Sequence[str], field: Field) -> Table:
    """Cross classes with what `field` says."""
    say = VALUE_OF[field]
    said = ((sample.code, say(sample)) for sample in samples)
    return cross(((code, str(value)) for code, value in said if value is not None), codes)


def cross(pairs: Iterable[tuple[str, str]], codes: Sequence[str]) -> Table:
    """Count pairs of a class and a value; the values ordered by count, then by name."""
    counted = Counter(pairs)
    totals: Counter[str] = Counter()
    for (_, value), count in counted.items():
        totals[value] += count
    values = sorted(totals, key=lambda value: (-totals[value], value))
    counts = np.array([[counted[code, value] for value in values] for code in codes], np.int64)
    return Table(tuple(codes), tuple(values), counts.reshape(len(codes), len(values)))


def images_per_lesion(samples: Sequence[Sample]) -> Mapping[int, int]:
    """How many lesions are shown by one image, by two, and so on, among those that are known."""
    shown = Counter(sample.lesion_id for sample in samples if sample.lesion_id is not None)
    return dict(sorted(Counter(shown.values()).items()))


def missing(samples: Sequence[Sample], codes: Sequence[str]) -> Mapping[Field, Counts]:
    """Images of each class, (classes,), of which each field says nothing."""
    counted = {field: Counter[str]() for field in VALUE_OF}
    for sample in samples:
        for field, say in VALUE_OF.items():
            counted[field][sample.code] += say(sample) is None
    return {
        field: np.array([silent[code] for code in codes], np.int64)
        for field, silent in counted.items()
    }


def ages(samples: Sequence[Sample], codes: Sequence[str]) -> Mapping[str, NDArray[np.float64]]:
    """Known ages of each class, years."""
    known: dict[str, list[float]] = {code: [] for code in codes}
    for sample in samples:
        if sample.age is not None:
            known[sample.code].append(sample.age)
    return {code: np.array(values, np.float64) for code, values in known.items()}
