"""The commands: a module each, imported when it is called; this table is all that a start reads."""

from __future__ import annotations

from collections.abc import Sequence

from core.commands.language_option import split
from core.language import marked

COMMANDS: dict[str, str] = {
    "atlas": marked("build an atlas of labelled images, or say what one holds"),
    "audit": marked(
        "who saw, gave out and deleted what of the cases, and whether that record is whole"
    ),
    "backup": marked("write all cases into one file, and verify it"),
    "batch": marked(
        "find the class of thousands of images; a table that goes on where it was stopped"
    ),
    "cases": marked(
        "where cases lie, and whether all of them is whole; or `export` a table of them"
    ),
    "classify": marked("find the class of images, with probabilities and heat maps"),
    "crashes": marked("what was written down when Lentigo crashed; it is sent to nobody"),
    "demo": marked("analyse the example images and write a report"),
    "dicomweb": marked("send findings to an archive, look for studies, fetch their pictures"),
    "info": marked("versions, model, engine and device, paths, licence"),
    "learning": marked("who learns from the atlas here, and how they get on"),
    "model": marked("which model is used; `install` another one, or go `back`"),
    "policy": marked("what administrators have fixed or switched off here; or `check` a file"),
    "quiz": marked("a quiz about an atlas, in the terminal"),
    "report": marked("write a patient's file as PDF"),
    "restore": marked("put a backup of cases back"),
    "self-test": marked("whether this installation works: model, engines, stores, fonts, display"),
    "similar": marked("find the labelled images of an atlas that are most like an image"),
}
"""Name of each command, which is also its module here (- as _), and what it does."""


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for `core.cli.main` and not for the window."""
    _, rest = split(arguments)
    return bool(rest) and rest[0] in COMMANDS
