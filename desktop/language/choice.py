"""Which language the window speaks: by the command line, the environment, the settings, the system.

Nothing of this costs an English start anything: no catalogue is read, no translator is made.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from core.language.languages import VARIABLE, Language, named, use
from desktop.shell.wishes import LanguageWish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def language_of(wish: LanguageWish) -> Language:
    """Return what a wish means here."""
    return of_system() if wish is LanguageWish.SYSTEM else Language(wish)


def of_system() -> Language:
    """Return the first language of the system's user that is ours, else English."""
    spoken = (named(name) for name in QLocale.system().uiLanguages())
    return next(filter(None, spoken), Language.ENGLISH)


def start_speaking(
    option: Language | None, wish: LanguageWish, application: QApplication, *, fixed: bool = False
) -> None:
    """Speak from the start what was asked for.

    Parameters
    ----------
    option : Language, optional
        On the command line, which comes first; the environment is the next.
    wish : LanguageWish
        In the settings.
    application : QApplication
        Which is to speak.
    fixed : bool
        Whether nothing but the settings counts.
    """
    language = (
        language_of(wish)
        if fixed
        else option or named(os.environ.get(VARIABLE, "")) or language_of(wish)
    )
    if language is Language.ENGLISH:
        use(language)
        return
    from desktop.language.translators import speak

    speak(language, application)
