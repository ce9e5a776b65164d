"""The menu “Image”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import FINDING_SEEN, ActionSpec, Menu, Need

IMAGE: Final = (
    ActionSpec(
        id="next_image",
        menu=Menu.IMAGE,
        text=mark("&Next image"),
        tip=mark("Go one image to the right"),
        keys=("Ctrl+Right", "PgDown"),
        needs=Need.SEVERAL,
    ),
    ActionSpec(
        id="previous_image",
        menu=Menu.IMAGE,
        text=mark("&Previous image"),
        tip=mark("Go one image to the left"),
        keys=("Ctrl+Left", "PgUp"),
        needs=Need.SEVERAL,
    ),
    ActionSpec(
        id="compare",
        menu=Menu.IMAGE,
        text=mark("Compare &side by side"),
        tip=mark("See two to four chosen images beside each other, zoomed and moved together"),
        keys=("Ctrl+T",),
        needs=Need.LOOKING | Need.SEVERAL,
        checkable=True,
    ),
    ActionSpec(
        id="next_class",
        menu=Menu.IMAGE,
        text=mark("Explain the next &class"),
        tip=mark("Show the heat map of the next class in the list"),
        keys=("Ctrl+Down", "."),
        needs=FINDING_SEEN,
        first=True,
    ),
    ActionSpec(
        id="previous_class",
        menu=Menu.IMAGE,
        text=mark("Explain the previous c&lass"),
        tip=mark("Show the heat map of the class before this one"),
        keys=("Ctrl+Up", ","),
        needs=FINDING_SEEN,
    ),
    ActionSpec(
        id="analyse_again",
        menu=Menu.IMAGE,
        text=mark("&Analyse again"),
        tip=mark("Analyse the selected image once more, where that can give more"),
        keys=("F5",),
        needs=Need.REPEATABLE,
        first=True,
    ),
    ActionSpec(
        id="thorough",
        menu=Menu.IMAGE,
        text=mark("&Thorough analysis"),
        tip=mark(
            "Analyse new images in eight views, and say how far these agree; takes 8 times as long"
        ),
        keys=("T",),
        needs=Need.LOOKING,
        checkable=True,
    ),
    ActionSpec(
        id="cancel",
        menu=Menu.IMAGE,
        text=mark("Cancel all anal&yses"),
        tip=mark("Stop analysing; findings that are there stay"),
        keys=("Ctrl+.",),
        needs=Need.UNFINISHED,
    ),
    ActionSpec(
        id="commit_first",
        menu=Menu.IMAGE,
        text=mark("Commit &first"),
        tip=mark(
            "Say what you see before the finding of a new image is shown; your answers are kept"
        ),
        needs=Need.LOOKING,
        checkable=True,
        first=True,
    ),
    ActionSpec(
        id="your_answers",
        menu=Menu.IMAGE,
        text=mark("Your ans&wers…"),
        tip=mark("How often you agreed with the model, changed your mind, and were right"),
    ),
)
