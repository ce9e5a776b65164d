"""Has Qt speak a language: its own words with ours, and which way they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTranslator

from core.language.catalogue import translated
from core.language.languages import Language, use
from core.paths import translations_folder

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_UNTOUCHED = frozenset({"QShortcut"})
"""What Qt reads back: the names of keys."""
_installed: list[QTranslator] = []


def compiled_file(language: Language) -> Path:
    """Return the catalogue that Qt reads."""
    return translations_folder() / language / "window.qm"


def speak(language: Language, application: QApplication) -> None:
    """Speak a language from now on, here and in the processes that this one starts.

    Windows that are there already keep the language in which they were made.
    """
    use(language)
    while _installed:
        application.removeTranslator(_installed.pop())
    if language is not Language.ENGLISH:
        _installed.append(translator_of(language))
        application.installTranslator(_installed[0])
    QLocale.setDefault(QLocale.system() if language.for_tests else _locale(language))
    directions = Qt.LayoutDirection
    mirrored = language is Language.MIRRORED
    application.setLayoutDirection(directions.RightToLeft if mirrored else directions.LeftToRight)


def translator_of(language: Language) -> QTranslator:
    """Return what translates from English."""
    if language.for_tests:
        return Pretender(language)
    translator = QTranslator()
    translator.load(str(compiled_file(language)))
    return translator


class Pretender(QTranslator):
    """Translates into a language for tests, that has no catalogue.

    Parameters
    ----------
    language : Language
        One of those.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def isEmpty(self) -> bool:
        """Whether there is nothing to say; Qt asks before it listens."""
        return False

    def translate(self, context: str, text: str, many: str | None = None, n: int = -1) -> str:
        """Return a text with what the language does to it."""
        if context in _UNTOUCHED or "<" in text:
            return text
        return translated(many if many and n not in {-1, 1} else text, self._language)


def _locale(language: Language) -> QLocale:
    return QLocale.system() if language is Language.ENGLISH else QLocale(str(language))
