"""Numbers as people of a language write them; Babel would be a large library for two languages."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Final

from core.language.languages import Language, current

if TYPE_CHECKING:
    from decimal import Decimal

_SOME: Final = re.compile(r"[1-9]")
_SWAPPED: Final = str.maketrans(",.", ".,")


def number(value: float | Decimal, form: str = "") -> str:
    """Write a number in the language in use.

    Parameters
    ----------
    value : float, int or Decimal
        To be written.
    form : str
        As for `format`, such as ``.1f`` or ``,``.
    """
    return written(value, form, current())


def written(value: object, form: str, language: Language) -> str:
    """Write a value in a language; only numbers differ, and only in Indonesian.

    A number that is rounded to nothing has no sign.
    """
    text = format(value, form)
    if not hasattr(value, "as_integer_ratio"):
        return text
    if text.startswith("-0") and not _SOME.search(text):
        text = text.removeprefix("-")
    return text.translate(_SWAPPED) if language is Language.INDONESIAN else text


class LocalFormatter(Formatter):
    """Fills in placeholders as `str.format` does, with numbers as a language writes them.

    Parameters
    ----------
    language : Language
        Whose numbers.
    """

    def __init__(self, language: Language) -> None:
        self._language = language

    def format_field(self, value: object, format_spec: str) -> str:
        """Write one value."""
        return written(value, format_spec, self._language)
