"""``lentigo COMMAND``: everything that works without a window.

Nothing here imports Qt, and a command's own module is imported only when it is called, so that
``--help`` does not wait for a machine-learning library.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from core.errors import LentigoError

COMMANDS: dict[str, str] = {
    "atlas": "build an atlas of labelled images, or say what one holds",
    "backup": "write all cases into one file, and verify it",
    "batch": "find the class of thousands of images; a table that goes on where it was stopped",
    "cases": "where cases lie, and whether all of them is whole",
    "classify": "find the class of images, with probabilities and heat maps",
    "demo": "analyse the example images and write a report",
    "info": "versions, model, engine and device, paths, licence",
    "report": "write a patient's file as PDF",
    "restore": "put a backup of cases back",
    "similar": "find the labelled images of an atlas that are most like an image",
}
"""Name of each command, which is also its module in `core.commands`, and what it does."""


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for `main` and not for the window."""
    return bool(arguments) and arguments[0] in COMMANDS


def main(arguments: Sequence[str]) -> int:
    """Run a command.

    Parameters
    ----------
    arguments : sequence of str
        The command's name and its options.

    Returns
    -------
    int
        Exit status: 0; 1 if a part of the work failed; 2 if it could not be done at all, with one
        sentence on standard error; 130 if interrupted.
    """
    name, *options = arguments
    command = importlib.import_module(f"core.commands.{name}")
    parser = argparse.ArgumentParser(prog=f"lentigo {name}", description=COMMANDS[name])
    command.add_arguments(parser)
    try:
        return int(command.run(parser.parse_args(options)))
    except LentigoError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has had enough; without this Python complains when it flushes.
        sys.stdout = None
        return 1
