"""Everything that is known of a data set after its metadata were read and some images looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.datasets import Dataset
from training.explore import colours, counts
from training.explore.counts import ClassCount, Counts, Field, Table
from training.explore.looks import Looks, look

TABLED = (Field.SEX, Field.SITE, Field.CONFIRMATION)
LOOKED_AT = 2000
SHOWN = 6
SEED = 20260101
_PICTURES = 240


@dataclass(frozen=True, slots=True)
class Survey:
    """What a data set holds.

    Parameters
    ----------
    dataset : Dataset
        Which.
    seed : int
        Of every draw.
    classes : tuple of ClassCount
        Sorted by code.
    tables : mapping of Field to Table
        What is said in words: those of TABLED of which anything is known.
    origins : Table
        The parts that the data set came in.
    ages : mapping of str to ndarray of float64
        Known ages of each class, years.
    images_per_lesion : mapping of int to int
        Lesions shown by so many images; empty where no lesion is known.
    missing : mapping of Field to ndarray of int64
        Images of each class, (classes,), of which a field says nothing.
    looks : Looks
        The images that were looked at.
    """

    dataset: Dataset
    seed: int
    classes: tuple[ClassCount, ...]
    tables: Mapping[Field, Table]
    origins: Table
    ages: Mapping[str, NDArray[np.float64]]
    images_per_lesion: Mapping[int, int]
    missing: Mapping[Field, Counts]
    looks: Looks

    @property
    def codes(self) -> tuple[str, ...]:
        """Class codes."""
        return tuple(entry.code for entry in self.classes)

    @property
    def images(self) -> int:
        """Images in the data set."""
        return len(self.dataset.samples)

    @property
    def lesions(self) -> int | None:
        """Lesions in the data set; None where that of any image is not known."""
        known = not self.missing[Field.LESION].any()
        return sum(self.images_per_lesion.values()) if known else None

    def largest(self, most: int) -> tuple[str, ...]:
        """Codes of the classes with the most images, in the data set's order."""
        by_size = sorted(self.classes, key=lambda entry: -entry.images)[:most]
        chosen = {entry.code for entry in by_size}
        return tuple(code for code in self.codes if code in chosen)

    @property
    def sizes(self) -> Counter[tuple[int, int]]:
        """Images looked at by width and height."""
        return Counter((look.width, look.height) for look in self.looks.seen)

    @property
    def clues(self) -> Mapping[str, Table]:
        """What could give the class away without a look at the lesion: table by its name."""
        found = {str(field): table for field, table in self.tables.items()}
        decades = (
            (code, f"{int(age) // 10 * 10}") for code, known in self.ages.items() for age in known
        )
        sizes = ((seen.sample.code, f"{seen.width} x {seen.height}") for seen in self.looks.seen)
        found["age by decade"] = counts.cross(decades, self.codes)
        found["size of the image"] = counts.cross(sizes, self.codes)
        return {name: table for name, table in found.items() if table.giveaway is not None}

    def colours(self, code: str) -> NDArray[np.float64]:
        """Colours of one class's images, (images, quantities), as `colours.QUANTITIES` lists."""
        return colours.columns([look.colour for look in self.looks.of(code)])

    @property
    def explained(self) -> Mapping[str, float | None]:
        """Share of each quantity's differences between images that their class accounts for."""
        measured = [self.colours(code) for code in self.codes]
        return {
            name: colours.explained([group[:, column] for group in measured])
            for column, name in enumerate(colours.QUANTITIES)
        }


def survey(
    dataset: Dataset,
    *,
    limit: int = LOOKED_AT,
    seed: int = SEED,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Survey:
    """Read the metadata, look at a part of the images.

    Parameters
    ----------
    dataset : Dataset
        What to survey.
    limit : int
        Images to look at.
    seed : int
        Of every draw.
    progress : callable
        Told how many of how many images are done.
    """
    samples = dataset.samples
    codes = dataset.codes
    tables = {field: counts.field_table(samples, codes, field) for field in TABLED}
    return Survey(
        dataset=dataset,
        seed=seed,
        classes=counts.class_counts(samples, codes),
        tables={field: table for field, table in tables.items() if table.known},
        origins=counts.cross(((sample.code, sample.origin) for sample in samples), codes),
        ages=counts.ages(samples, codes),
        images_per_lesion=counts.images_per_lesion(samples),
        missing=counts.missing(samples, codes),
        looks=look(samples, limit=limit, shown=shown(len(codes)), seed=seed, progress=progress),
    )


def shown(classes: int) -> int:
    """Images to show of each class, so that the page does not grow with their number."""
    return max(1, min(SHOWN, _PICTURES // classes))
