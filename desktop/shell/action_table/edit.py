"""The menu “Edit”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import FINDING_SEEN, ActionSpec, Menu, Need

EDIT: Final = (
    ActionSpec(
        id="undo",
        menu=Menu.EDIT,
        text=mark("&Undo"),
        tip=mark("Take back the last note, diagnosis, checklist or change of details"),
        keys=("Ctrl+Z",),
        needs=Need.UNDO,
    ),
    ActionSpec(
        id="redo",
        menu=Menu.EDIT,
        text=mark("&Redo"),
        tip=mark("Write again what was taken back"),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        needs=Need.REDO,
    ),
    ActionSpec(
        id="copy",
        menu=Menu.EDIT,
        text=mark("&Copy picture with heat map"),
        tip=mark("Put what is shown, with its legend, on the clipboard"),
        keys=("Ctrl+C",),
        needs=FINDING_SEEN,
        first=True,
    ),
    ActionSpec(
        id="paste",
        menu=Menu.EDIT,
        text=mark("&Paste"),
        tip=mark("Open the picture or the files on the clipboard"),
        keys=("Ctrl+V",),
    ),
)
