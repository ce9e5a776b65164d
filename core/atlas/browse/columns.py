"""What items are found by, as arrays: a hundred thousand objects would take a second to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from core.atlas.browse.names import Names
from core.atlas.browse.wish import Facet
from core.atlas.library import Library

Rows = NDArray[np.intp]
_PLACES: Final = {  # of the columns that `core.atlas.library.Library.rows` gives
    Facet.DIAGNOSIS: 3,
    Facet.CONFIRMATION: 4,
    Facet.SEX: 7,
    Facet.SITE: 8,
    Facet.IMAGE_TYPE: 10,
    Facet.SKIN_TYPE: 11,
    Facet.LICENCE: 12,
}
_AGE, _WORDS, _ATTRIBUTION = 6, 9, 13
_CONFIRMATION: Final = _PLACES[Facet.CONFIRMATION]
_ONE_NAME: Final[dict[Any, str]] = {  # the ISIC archive's words, and HAM10000's for the same
    "histopathology": "histo",
    "serial imaging showing no change": "follow_up",
    "single image expert consensus": "consensus",
    "confocal microscopy with consensus dermoscopy": "confocal",
}


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column with few values.

    Parameters
    ----------
    labels : tuple of (str or None)
        Its values.
    numbers : ndarray of int32
        Which of them each item has, (n,).
    """

    labels: tuple[str | None, ...]
    numbers: NDArray[np.int32]

    def having(self, values: Iterable[str | None]) -> NDArray[np.bool_]:
        """Whether each item has one of these values, (n,)."""
        wanted = set(values)
        there: NDArray[np.bool_] = np.array([one in wanted for one in self.labels], bool)
        return there[self.numbers]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """All that items are filtered and sorted by, in the order of ids.

    Parameters
    ----------
    ids : ndarray of int64
        (n,).
    ages : ndarray of float32
        Years, NaN where unknown, (n,).
    facets : dict of Facet to Column
        The columns with few values.
    words, attributions : Column
        The diagnosis in the source's own words; who is to be named.
    names : Names
        Of the files.
    """

    ids: NDArray[np.int64]
    ages: NDArray[np.float32]
    facets: dict[Facet, Column]
    words: Column
    attributions: Column
    names: Names

    @classmethod
    def of(cls, library: Library) -> Self:
        """Read them; 100,000 items take about half a second.

        Raises
        ------
        AtlasDamaged
            If the file cannot be read any more.
        """
        places = (*_PLACES.values(), _WORDS, _ATTRIBUTION)
        known: list[dict[Any, int]] = [{} for _ in places]
        numbers: list[list[int]] = [[] for _ in places]
        ids, ages, names = [], [], []
        for row in library.rows():
            ids.append(row[0])
            names.append(PurePosixPath(row[1]).name)
            ages.append(row[_AGE])
            for place, seen, own in zip(places, known, numbers, strict=True):
                value: Any = row[place]
                if place == _CONFIRMATION:
                    value = _ONE_NAME.get(value, value)
                own.append(seen.setdefault(value, len(seen)))
        columns = [
            Column(tuple(seen), np.array(own, np.int32))
            for seen, own in zip(known, numbers, strict=True)
        ]
        *facets, words, attributions = columns
        return cls(
            ids=np.array(ids, np.int64),
            ages=np.array(ages, np.float32),  # None becomes NaN
            facets=dict(zip(_PLACES, facets, strict=True)),
            words=words,
            attributions=attributions,
            names=Names.of(names),
        )
