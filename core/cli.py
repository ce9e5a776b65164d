"""``lentigo COMMAND``: everything that works without a window.

Nothing here imports Qt, and a command's own module is imported only when it is called, so that
``--help`` does not wait for a machine-learning library.
"""

from __future__ import annotations

import argparse
import importlib
import io
import sys
from collections.abc import Sequence
from types import ModuleType

from core.commands import COMMANDS
from core.commands.allowed import require_allowed, warn_of_broken_policy
from core.commands.language_option import add_language_option, split
from core.commands.parser_texts import parser_translated
from core.errors import LentigoError
from core.language import say, use
from core.language.system import preferred


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
    _print_every_letter()
    language, (name, *options) = split(arguments)
    use(language or preferred())
    warn_of_broken_policy()
    command = importlib.import_module(f"core.commands.{name.replace('-', '_')}")
    try:
        given = _parsed(command, name, options)
        require_allowed(name, given)
        return int(command.run(given))
    except LentigoError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has had enough; without this Python complains when it flushes.
        sys.stdout = None
        return 1


def _print_every_letter() -> None:
    """Let a letter that the terminal's encoding lacks stand as an escape, not end the work."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _parsed(command: ModuleType, name: str, options: Sequence[str]) -> argparse.Namespace:
    with parser_translated():
        parser = argparse.ArgumentParser(prog=f"lentigo {name}", description=say(COMMANDS[name]))
        command.add_arguments(parser)
        add_language_option(parser)
        return parser.parse_args(options)
