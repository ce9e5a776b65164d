"""Which language the system speaks, for who has chosen none."""

from __future__ import annotations

import os
import sys

from core.language.languages import VARIABLE, Language, named


def preferred() -> Language:
    """Return what the environment asks for, else the system's language, else English."""
    return named(os.environ.get(VARIABLE, "")) or named(_of_system()) or Language.ENGLISH


def _of_system() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value
    return _of_windows() if sys.platform == "win32" else ""


def _of_windows() -> str:
    import locale

    # Windows names languages in English, as "Indonesian_Indonesia".
    name = locale.getlocale()[0] or ""
    return str(Language.INDONESIAN) if name.startswith("Indonesian") else name
