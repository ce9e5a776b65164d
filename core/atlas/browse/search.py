"""Finding items by words, in English and in the language in use."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.atlas.browse.columns import Column, Columns
from core.atlas.browse.wish import Facet
from core.atlas.description import Description
from core.language import again
from core.taxonomy.known import spelt_out
from core.trust.patient import site_words


def having_words(text: str, columns: Columns, described: Description) -> NDArray[np.bool_] | None:
    """Find the items that have all words of a text somewhere, (n,); None where it has no word."""
    found = None
    for word in text.casefold().split():
        there = _having(word, columns, described)
        found = there if found is None else found & there
    return found


def _having(word: str, columns: Columns, described: Description) -> NDArray[np.bool_]:
    def names(code: str) -> str:
        name = described.name_of(code)
        return f"{code} {name} {again(name)}"

    facets = columns.facets
    plain = spelt_out(word)
    there = columns.names.having(word)
    there |= _among(facets[Facet.DIAGNOSIS], plain, said=names)
    there |= _among(facets[Facet.SITE], plain, said=lambda site: f"{site} {site_words(site)}")
    for column in (facets[Facet.CONFIRMATION], columns.words, columns.attributions):
        there |= _among(column, plain, said=str)
    return there


def _among(column: Column, plain: str, *, said: Callable[[str], str]) -> NDArray[np.bool_]:
    """Whether the words for each item's value have a word in them, without case and accents."""
    if not plain:
        return np.zeros(len(column.numbers), bool)
    labels = ("" if label is None else spelt_out(said(label)) for label in column.labels)
    there = np.array([plain in words for words in labels], bool)
    return there[column.numbers]
