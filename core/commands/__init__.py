"""The commands: a module each, imported when it is called; this table is all that a start reads."""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS: dict[str, str] = {
    "atlas": "build an atlas of labelled images, or say what one holds",
    "audit": "who saw, gave out and deleted what of the cases, and whether that record is whole",
    "backup": "write all cases into one file, and verify it",
    "batch": "find the class of thousands of images; a table that goes on where it was stopped",
    "cases": "where cases lie, and whether all of them is whole; or `export` a table of them",
    "classify": "find the class of images, with probabilities and heat maps",
    "demo": "analyse the example images and write a report",
    "dicomweb": "send findings to an archive, look for studies, fetch their pictures",
    "info": "versions, model, engine and device, paths, licence",
    "report": "write a patient's file as PDF",
    "restore": "put a backup of cases back",
    "similar": "find the labelled images of an atlas that are most like an image",
}
"""Name of each command, which is also its module here, and what it does."""


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for `core.cli.main` and not for the window."""
    return bool(arguments) and arguments[0] in COMMANDS
