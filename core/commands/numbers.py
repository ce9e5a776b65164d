"""Numbers as options have them."""

from __future__ import annotations

import argparse

from core.language import say


def number_of_images(text: str) -> int:
    """Read a whole number from 1 on, for `argparse`."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(say("{text} is not a number of images", text=text))
    return value
