"""Checks of the machine around Lentigo: where it may write, its fonts, its display."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from core.language import say
from core.selftest.check import Check, CheckName, failed, guarded, passed, skipped

_DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts")
_FONT_KINDS: Final = frozenset({".otf", ".pfb", ".ttc", ".ttf"})


def surrounding_checks() -> list[Check]:
    """Make them all."""
    return [
        guarded(CheckName.WRITING, _writing),
        guarded(CheckName.FONTS, _fonts),
        guarded(CheckName.DISPLAY, _display),
    ]


def _writing() -> Check:
    """See whether this user may write where Lentigo does."""
    import platformdirs

    folders = (
        platformdirs.user_data_path("lentigo", appauthor=False),
        platformdirs.user_config_path("Lentigo", appauthor=False),
        Path(tempfile.gettempdir()),
    )
    for folder in folders:
        if not _may_write(folder):
            words = say("Nothing can be written to {folder}.", folder=folder)
            return failed(CheckName.WRITING, words)
    return passed(CheckName.WRITING, say("Data, settings and temporary files can be written."))


def _may_write(folder: Path) -> bool:
    """Tell it of a folder, or of the nearest above it: none is made for that."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False


def _fonts() -> Check:
    """Load the fonts of documents, and see that the window will have one."""
    from core.report.pdf.style import load_fonts

    load_fonts()
    if _has_display() and sys.platform == "linux" and not _has_system_fonts():
        words = say(
            "There are no fonts on this system, so the window would show boxes: install some."
        )
        return failed(CheckName.FONTS, words)
    return passed(CheckName.FONTS, say("The fonts of documents and of the window are there."))


def _has_system_fonts() -> bool:
    folders = (Path(one).expanduser() for one in _FONT_FOLDERS)
    files = (file for folder in folders for file in folder.rglob("*"))
    return any(file.suffix.lower() in _FONT_KINDS for file in files)


def _display() -> Check:
    if not _has_display():
        words = say("There is no display here: commands work, the window cannot open.")
        return skipped(CheckName.DISPLAY, words)
    return passed(CheckName.DISPLAY, say("There is a display for the window."))


def _has_display() -> bool:
    return sys.platform != "linux" or any(os.environ.get(name) for name in _DISPLAYS)
