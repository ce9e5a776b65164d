"""Letting go of long lists without keeping other threads, such as a window's, waiting."""

from __future__ import annotations

from typing import Any, Final

_AT_ONCE: Final = 1000


def let_go(*lists: list[Any]) -> None:
    """Empty lists of which nobody needs anything any more.

    To free a hundred thousand objects is one step of the interpreter, which takes more than a
    tenth of a second; in portions others have their turn between.
    """
    for one in lists:
        while one:
            del one[-_AT_ONCE:]
