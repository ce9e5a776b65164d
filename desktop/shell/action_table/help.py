"""The menu “Help”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import ActionSpec, Menu

HELP: Final = (
    ActionSpec(
        id="find_command",
        menu=Menu.HELP,
        text=mark("&Find a command…"),
        tip=mark("Type what you want to do, and choose from the commands that mean it"),
        keys=("F3",),
    ),
    ActionSpec(
        id="shortcuts",
        menu=Menu.HELP,
        text=mark("&Keyboard shortcuts"),
        tip=mark("List what each key does"),
        keys=("F1",),
    ),
    ActionSpec(
        id="self_test",
        menu=Menu.HELP,
        text=mark("Self-&test…"),
        tip=mark("Check whether model, engines, database, fonts and display work here"),
        first=True,
    ),
    ActionSpec(
        id="crash_reports",
        menu=Menu.HELP,
        text=mark("&Crash reports…"),
        tip=mark("Read what was written down on this computer when Lentigo crashed"),
    ),
    ActionSpec(
        id="about",
        menu=Menu.HELP,
        text=mark("&About Lentigo"),
        tip=mark("Version, model, licences and purpose"),
        first=True,
    ),
)
