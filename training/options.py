"""Kinds of values that options of several verbs have."""

from __future__ import annotations

import argparse
from collections.abc import Callable


def at_least(least: int) -> Callable[[str], int]:
    """Make a reader of whole numbers, of `least` or more, for `argparse`."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or int(text) < least:
            raise argparse.ArgumentTypeError(f"'{text}' is not a number of {least} or more")
        return int(text)

    return read
