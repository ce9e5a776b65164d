"""Whether the licence of an image lets it be passed on; what nobody can tell is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from core.atlas.item import AtlasItem


class Permission(StrEnum):
    """What a licence says to passing on, unchanged and with attribution."""

    GIVEN = "given"
    REFUSED = "refused"
    UNKNOWN = "unknown"


_WORDS: Final = r"(creative commons |cc )"
_LONG: Final = r"attribution( non ?commercial)?( share ?alike| no ?deriv(ative)?s)?"
_SHORT: Final = r"by( nc)?( sa| nd)?"
_VERSION: Final = r"( \d\.\d)?( international| generic| unported)?"
_GIVEN: Final = re.compile(
    rf"({_WORDS}({_SHORT}|{_LONG}){_VERSION}|(cc ?0|cc zero|{_WORDS}zero){_VERSION}( universal)?"
    r"|public domain|apache( license| licence)? 2\.0)"
)
_ADDRESS: Final = re.compile(
    r"https?://creativecommons\.org/(licenses/by(-nc)?(-sa|-nd)?|publicdomain/(zero|mark))/\d\.\d/?"
)
_REFUSED: Final = re.compile(
    r"all rights reserved|no(t be)? redistribut|do not (re)?distribute|confidential|internal use"
)


@dataclass(frozen=True, slots=True)
class LicenceCount:
    """Images under one licence.

    Parameters
    ----------
    licence : str
        As the data set states it.
    permission : Permission
        What it says to passing on.
    images : int
        How many.
    """

    licence: str
    permission: Permission
    images: int


def licences_of(items: Iterable[AtlasItem], *, licence: str) -> tuple[LicenceCount, ...]:
    """Count images by licence, the most frequent first.

    Parameters
    ----------
    items : iterable of AtlasItem
        The images; of equal files the first counts.
    licence : str
        Of the atlas, where an item has none of its own.
    """
    first = {item.sha256: item.licence or licence for item in reversed(list(items))}
    counts = Counter(first.values()).most_common()
    return tuple(LicenceCount(one, permission_of(one), images) for one, images in counts)


def permission_of(licence: str) -> Permission:
    """Read a licence as a data set states it.

    Its name may be followed by who is to be named: ``CC BY-NC 4.0, ViDIR Group``. Two licences in
    one text are unknown: nobody can tell which is whose.
    """
    text = " ".join(licence.casefold().split())
    if _REFUSED.search(text):
        return Permission.REFUSED
    name = re.split(r"[,;(]", text, maxsplit=1)[0].strip()
    if _ADDRESS.fullmatch(text) or _GIVEN.fullmatch(re.sub(r"[-_ ]+", " ", name)):
        return Permission.GIVEN
    return Permission.UNKNOWN
