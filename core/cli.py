"""``lentigo COMMAND``: everything that works without a window.

Nothing here imports Qt, and a command's own module is imported only when it is called, so that
``--help`` does not wait for a machine-learning library.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from core.commands import COMMANDS
from core.errors import LentigoError


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
