"""What a training command says on the terminal."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Write one line to standard error, at once: standard output is for results."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
