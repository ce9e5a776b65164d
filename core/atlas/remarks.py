"""What a person should know of an atlas: contradictions, copies, what was left out, what is wrong.

The list can be read in the window, and saved as a table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.atlas.item import AtlasItem, Likeness, Pair
from core.cells import cell
from core.language import again, in_english, say

if TYPE_CHECKING:
    from core.atlas.atlas import Atlas
    from core.atlas.check.flaw import Problem
    from core.atlas.description import Description

COLUMNS: Final = ("about", "file", "other_file", "what")


class About(StrEnum):
    """What a remark is about; the gravest first."""

    DAMAGE = "damage"
    CONTRADICTION = "different diagnoses"
    LEFT_OUT = "left out"
    COPY = "shows the same"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know.

    Parameters
    ----------
    about : About
        Of which kind.
    path : Path
        The file that is concerned.
    words : str
        The sentence for a person.
    other : Path, optional
        The other file, where two are concerned.
    """

    about: About
    path: Path
    words: str
    other: Path | None = None


def remarks_of(atlas: Atlas) -> list[Remark]:
    """List what building an atlas has found: the gravest first, then in the order of the data set.

    Raises
    ------
    AtlasDamaged
        If the atlas has changed since it was opened.
    """
    pairs = atlas.library.pairs()
    ids = sorted({number for pair in pairs for number in (pair.first, pair.second)})
    origins = atlas.library.origins()
    items = {
        item.id: replace(item, path=origins.get(item.id, item.path))
        for item in atlas.library.items(ids)
    }
    told = [_of_pair(pair, items, atlas.description) for pair in pairs]
    left = [Remark(About.LEFT_OUT, one.path, again(one.message)) for one in atlas.library.skipped()]
    return in_order([*told, *left])


def remarks_on(problems: Iterable[Problem]) -> list[Remark]:
    """List what checking an atlas has found."""
    return [Remark(About.DAMAGE, one.path, one.message) for one in problems]


def in_order(remarks: Iterable[Remark]) -> list[Remark]:
    """Put the gravest first; else they stay as they come."""
    ranks = {about: rank for rank, about in enumerate(About)}
    return sorted(remarks, key=lambda one: ranks[one.about])


def remarks_csv(remarks: Iterable[Remark]) -> bytes:
    """Write remarks as CSV, UTF-8, with the words in English."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(" ".join(text.splitlines())) for text in _cells(one)] for one in remarks)
    return target.getvalue().encode()


def _of_pair(pair: Pair, items: dict[int, AtlasItem], described: Description) -> Remark:
    first, second = items[pair.first], items[pair.second]
    if not pair.contradicting:
        words = say("The same file.") if _equal(pair) else say("The pictures show the same.")
        return Remark(About.COPY, first.path, words, second.path)
    names = {
        "first": again(described.name_of(first.code)),
        "second": again(described.name_of(second.code)),
    }
    match pair.likeness:
        case Likeness.SAME_FILE:
            words = say("The same file bears {first} here and {second} there.", **names)
        case Likeness.LOOKS_ALIKE:
            words = say("The same picture bears {first} here and {second} there.", **names)
        case Likeness.ONE_LESION:
            words = say("One lesion bears {first} here and {second} there.", **names)
    return Remark(About.CONTRADICTION, first.path, words, second.path)


def _equal(pair: Pair) -> bool:
    return pair.likeness is Likeness.SAME_FILE


def _cells(one: Remark) -> Iterator[str]:
    yield one.about
    yield str(one.path)
    yield "" if one.other is None else str(one.other)
    yield in_english(one.words)
