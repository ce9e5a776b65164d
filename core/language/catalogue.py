"""Translations of texts, read when a language is first spoken; English needs none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from core.language.languages import Language
from core.paths import translations_folder

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN: Final = "lentigo"
_PLACEHOLDER: Final = r"(\{[^{}]*\}|%\([a-z_]+\)[sr]|%s)"


def translated(text: str, language: Language) -> str:
    """Return a text in a language; as it is where there is no translation."""
    if language is Language.ENGLISH or not text:
        return text
    if language.for_tests:
        return _PSEUDO[language](text)
    return _catalogue(language).gettext(text)


def translated_count(one: str, many: str, *, count: int, language: Language) -> str:
    """Return the form of a text that goes with a number."""
    if language is Language.ENGLISH or language.for_tests:
        return translated(one if count == 1 else many, language)
    return _catalogue(language).ngettext(one, many, count)


@cache
def _catalogue(language: Language) -> NullTranslations:
    from gettext import translation

    return translation(DOMAIN, translations_folder(), languages=[str(language)])


def _bracketed(text: str) -> str:
    return f"⟦{text}⟧"


def _long(text: str) -> str:
    parts = re.split(_PLACEHOLDER, text)
    parts[::2] = (re.sub("([AEIOUaeiou])", r"\1\1\1", part) for part in parts[::2])
    return "".join(parts)


def _mirrored(text: str) -> str:
    return f"\N{RIGHT-TO-LEFT OVERRIDE}{text}\N{POP DIRECTIONAL FORMATTING}"


_PSEUDO: Final[dict[Language, Callable[[str], str]]] = {
    Language.BRACKETED: _bracketed,
    Language.LONG: _long,
    Language.MIRRORED: _mirrored,
}
