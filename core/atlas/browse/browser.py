"""Answers what a user wants to see of an atlas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.atlas.browse.columns import Column, Columns, Rows
from core.atlas.browse.search import having_words
from core.atlas.browse.view import Count, Group, View
from core.atlas.browse.wish import Facet, Filter, Sort
from core.atlas.description import Description
from core.atlas.library import Library
from core.language import again

_FACETS: Final = {Sort.DIAGNOSIS: Facet.DIAGNOSIS, Sort.SITE: Facet.SITE}
_ALL: Final = Filter()
Mask = NDArray[np.bool_]


class Browser:
    """Filters, sorts, groups and counts; any thread may ask it.

    Parameters
    ----------
    library : Library
        Whose items; they are read once.
    described : Description
        Has the names of the diagnoses.

    Raises
    ------
    AtlasDamaged
        If the items cannot be read.
    """

    def __init__(self, library: Library, described: Description) -> None:
        self._described = described
        self._columns = Columns.of(library)

    def find(
        self,
        wanted: Filter = _ALL,
        *,
        sort: Sort = Sort.SOURCE,
        descending: bool = False,
        group: Facet | None = None,
    ) -> View:
        """Find items.

        Parameters
        ----------
        wanted : Filter
            Which.
        sort : Sort
            In which order; equals come as in the source, and what is not stated comes last.
        descending : bool
            Whether in the opposite order.
        group : Facet, optional
            What stands together; within a group the order is that of `sort`.
        """
        columns = self._columns
        facets = {
            facet: columns.facets[facet].having(values)
            for facet, values in wanted.chosen.items()
            if values
        }
        missed = np.zeros(len(columns.ids), np.uint8)
        for mask in (*facets.values(), *self._others(wanted)):
            missed += ~mask
        rows = np.flatnonzero(missed == 0)
        rows = self._sorted(rows, sort, descending=descending)
        rows, groups = (rows, ()) if group is None else self._grouped(rows, group)
        return View(columns.ids[rows], groups, self._counts(missed, facets))

    def _others(self, wanted: Filter) -> Iterator[Mask]:
        columns = self._columns
        if wanted.age_from is not None:
            yield columns.ages >= wanted.age_from  # no number is not larger
        if wanted.age_to is not None:
            yield columns.ages <= wanted.age_to
        if wanted.only is not None:
            yield np.isin(columns.ids, np.fromiter(wanted.only, np.int64, len(wanted.only)))
        words = having_words(wanted.text, columns, self._described)
        if words is not None:
            yield words

    def _sorted(self, rows: Rows, sort: Sort, *, descending: bool) -> Rows:
        if sort is Sort.SOURCE:
            return rows[::-1] if descending else rows
        keys = self._keys(sort)[rows]
        return rows[np.argsort(-keys if descending else keys, kind="stable")]

    def _keys(self, sort: Sort) -> NDArray[np.float32]:
        """Numbers to sort by, (n,); NaN, which always comes last, for what is not stated."""
        if sort is Sort.AGE:
            return self._columns.ages
        if sort is Sort.NAME:
            return self._columns.names.order.astype(np.float32)
        facet = _FACETS[sort]
        return self._ranks(facet)[self._columns.facets[facet].numbers]

    def _ranks(self, facet: Facet) -> NDArray[np.float32]:
        """Place of each value in the alphabet, (labels,); NaN for none."""
        labels = self._columns.facets[facet].labels
        names = [None if one is None else self._name(facet, one) for one in labels]
        order = sorted({name for name in names if name is not None})
        places = {name: float(place) for place, name in enumerate(order)}
        return np.array([np.nan if name is None else places[name] for name in names], np.float32)

    def _name(self, facet: Facet, value: str) -> str:
        is_code = facet is Facet.DIAGNOSIS
        return again(self._described.name_of(value)) if is_code else value

    def _grouped(self, rows: Rows, facet: Facet) -> tuple[Rows, tuple[Group, ...]]:
        column = self._columns.facets[facet]
        ranks = self._ranks(facet)
        rows = rows[np.argsort(ranks[column.numbers[rows]], kind="stable")]
        numbers = column.numbers[rows]
        starts = np.flatnonzero(np.diff(numbers, prepend=-1))
        sizes = np.diff(starts, append=len(rows))
        return rows, tuple(
            Group(column.labels[numbers[start]], start, size)
            for start, size in zip(starts.tolist(), sizes.tolist(), strict=True)
        )

    def _counts(
        self, missed: NDArray[np.uint8], masks: Mapping[Facet, Mask]
    ) -> Mapping[Facet, tuple[Count, ...]]:
        """Count each value among what all filters but its own facet's leave."""
        counts = {}
        for facet, column in self._columns.facets.items():
            own = masks.get(facet)
            left = missed == 0 if own is None else missed == ~own
            counts[facet] = _counted(column, left)
        return MappingProxyType(counts)


def _counted(column: Column, left: Mask) -> tuple[Count, ...]:
    found = np.bincount(column.numbers[left], minlength=len(column.labels)).tolist()
    counts = [Count(value, items) for value, items in zip(column.labels, found, strict=True)]
    return tuple(sorted(counts, key=lambda one: (-one.items, one.value is None, one.value or "")))
