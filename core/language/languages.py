"""The languages, and which of them this process speaks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Final

VARIABLE: Final = "LENTIGO_LANGUAGE"
"""Names the language to processes that this one starts, or to this one by its user."""


class Language(StrEnum):
    """What Lentigo can speak; those that begin with ``x-`` are for tests alone.

    Bracketed texts show what was never marked for translation, long ones what has no room, and
    mirrored ones run from right to left.
    """

    ENGLISH = "en"
    INDONESIAN = "id"
    BRACKETED = "x-bracketed"
    LONG = "x-long"
    MIRRORED = "x-mirrored"

    @property
    def for_tests(self) -> bool:
        """Whether nobody speaks it."""
        return self.startswith("x-")


OFFERED: Final = tuple(language for language in Language if not language.for_tests)
"""The languages that people can choose."""

_chosen: list[Language] = []
_within: ContextVar[Language | None] = ContextVar("language", default=None)


def use(language: Language) -> None:
    """Speak a language from now on, in this process and in those that it starts."""
    _chosen[:] = [language]
    os.environ[VARIABLE] = str(language)


def current() -> Language:
    """Return the language in use: the one last chosen, else the environment's, else English."""
    if (language := _within.get()) is not None:
        return language
    if not _chosen:
        _chosen.append(named(os.environ.get(VARIABLE, "")) or Language.ENGLISH)
    return _chosen[0]


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak another language for a while, in this thread alone: what machines read is English."""
    token = _within.set(language)
    try:
        yield
    finally:
        _within.reset(token)


def named(text: str) -> Language | None:
    """Find a language by its code, with or without a country; None where it is none of ours.

    Parameters
    ----------
    text : str
        Such as ``id`` or ``id_ID.UTF-8``.
    """
    if text in set(Language):
        return Language(text)
    first = text.replace("-", "_").partition("_")[0].lower()
    return next((one for one in OFFERED if first == one), None)
