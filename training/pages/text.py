"""Words of a page: counts and shares as people read them, strangers' names made harmless."""

from __future__ import annotations

import unicodedata
from html import escape

_SHOWN = 80
# Controls, directions and other formats, surrogates, private and unassigned; breaks of lines.
_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def plural(count: int, noun: str, *, nouns: str = "") -> str:
    """``1 image``, ``2 images``, ``10,015 images``; `nouns` where an s is not enough."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {nouns or noun + 's'}"


def percent(share: float) -> str:
    """Say a share of 0 to 1 as ``71 %``."""
    return f"{100 * share:.0f} %"


def name_text(name: str, *, length: int = _SHOWN) -> str:
    """Make a name that comes from outside printable, on one line, and not endless.

    File names may hold line breaks, characters that turn the direction of writing, and bytes that
    are no text at all (which Python hands out as lone surrogates, and no file in UTF-8 can hold).

    Parameters
    ----------
    name : str
        A file's, a class's, a part's name.
    length : int
        Characters to keep, at least 3; the middle of a longer name becomes an ellipsis.
    """
    shown = "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in _UNSHOWN else character
        for character in name
    )
    if len(shown) <= length:
        return shown
    head = (length - 1) * 2 // 3
    return f"{shown[:head]}…{shown[head + 1 - length :]}"


def name_html(name: str, *, length: int = _SHOWN) -> str:
    """As `name_text`, escaped for HTML."""
    return escape(name_text(name, length=length))
