"""Rows about whole folders of images: a submenu of “File”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import ActionSpec, Menu, Need

_BATCH: Final = mark("Anal&yse folders")

BATCH: Final = (
    ActionSpec(
        id="batch_new",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&New batch…"),
        tip=mark("Analyse all images of a folder, into a table"),
        keys=("Ctrl+B",),
    ),
    ActionSpec(
        id="batch_open",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("Open a &table…"),
        tip=mark("See what was found before, or by the command line"),
        keys=("Ctrl+Shift+B",),
    ),
    ActionSpec(
        id="batch_save",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Save rows…"),
        tip=mark("Write the rows that are seen, in their order, as a table"),
        needs=Need.RESULTS,
    ),
    ActionSpec(
        id="batch_look",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Look at these"),
        tip=mark("Open the images of the chosen rows"),
        needs=Need.RESULTS | Need.CHOSEN,
    ),
    ActionSpec(
        id="batch_go_on",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Go on with the batch"),
        tip=mark("Analyse the images that have no row yet"),
        needs=Need.BATCH_RESTS,
        short=mark("Go on"),
        first=True,
    ),
    ActionSpec(
        id="batch_pause",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("&Pause the batch"),
        tip=mark("Analyse no more of the folder for now"),
        needs=Need.BATCH_RUNS,
        short=mark("Pause"),
    ),
    ActionSpec(
        id="batch_stop",
        menu=Menu.FILE,
        submenu=_BATCH,
        text=mark("St&op the batch"),
        tip=mark("Leave the batch as it is; what is written stays"),
        needs=Need.BATCH_OPEN,
        short=mark("Stop"),
    ),
)
