"""Finds the texts that code marks for translation.

By the syntax tree and not by Babel's own reader, which before Python 3.12 sees nothing inside an
f-string.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

Text = tuple[str, ...]
"""The English: one text, or those for one and for many."""

TEXTS_OF: Final = {"say": 1, "marked": 1, "counted": 2}
"""The functions that mark, and how many of their arguments are texts."""

BEFORE_THE_WINDOW: Final = ("desktop/launch.py", "desktop/options.py")
"""What the window's command says in the terminal, where there is no Qt yet."""


class NotLiteralError(Exception):
    """A text that is to be translated is put together when the program runs."""


def texts_of_program(root: Path) -> dict[Text, list[str]]:
    """Find all texts of these catalogues; the window's own are Qt's.

    Parameters
    ----------
    root : Path
        Of the checkout.

    Returns
    -------
    dict
        Each text, with the files that have it, in the order of files and lines.

    Raises
    ------
    NotLiteralError
        If a text is an f-string or a sum: what is in it would never be found in a catalogue.
    """
    found: dict[Text, list[str]] = {}
    core = sorted((root / "core").rglob("*.py"))
    for file in (*core, *(root / one for one in BEFORE_THE_WINDOW)):
        place = file.relative_to(root).as_posix()
        for text in texts_of(ast.parse(file.read_text("utf-8")), place=place):
            places = found.setdefault(text, [])
            if place not in places:
                places.append(place)
    return found


def texts_of(tree: ast.AST, *, place: str) -> Iterator[Text]:
    """Give the texts of one file, in the order of its lines."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if count := TEXTS_OF.get(name):
            yield from _text(call, count=count, place=place)


def _text(call: ast.Call, *, count: int, place: str) -> Iterator[Text]:
    texts = call.args[:count]
    if any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts):
        raise NotLiteralError(f"{place}, line {call.lineno}: {ast.unparse(call)}")
    literal = [text.value for text in texts if isinstance(text, ast.Constant)]
    if len(literal) == count:  # else a constant that was marked elsewhere
        yield tuple(str(value) for value in literal)
