"""Values as cells of tables, which people open in spreadsheets."""

from __future__ import annotations

from typing import Final

# A spreadsheet takes what begins so for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def cell(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def flag(value: bool | None) -> str:  # noqa: FBT001 - a value to write
    """Return ``true`` or ``false``; nothing where it is not known."""
    return "" if value is None else str(value).lower()
