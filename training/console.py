"""What a training command says on the terminal, and of itself."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path


def say(text: str) -> None:
    """Write one line to standard error, at once: standard output is for results."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def own_command(arguments: Sequence[str] | None = None) -> str:
    """Say the command that is running, as reports and cards record it.

    Parameters
    ----------
    arguments : sequence of str, optional
        Of ``python -m training``; by default those of this process.

    Returns
    -------
    str
        For a shell. Of absolute paths only the name: where somebody keeps their data is nobody
        else's business.
    """
    words = sys.argv[1:] if arguments is None else arguments
    return shlex.join(["python", "-m", "training", *map(_without_folders, words)])


def _without_folders(word: str) -> str:
    option, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
    path = Path(value)
    return f"{option}{equals}{path.name}" if path.is_absolute() and path.name else word
