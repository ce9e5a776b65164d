"""Finds texts for people that nobody marked for translation.

By what they look like, since no rule tells all: several words in a row, which are no SQL, no markup
and not for developers.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Final

_MARKS: Final = {"say", "marked", "counted"}
# What these say is read by developers, in logs, or by machines.
_FOR_OTHERS: Final = {
    *("ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "OSError"),
    *("AttributeError", "Source"),
    *("debug", "info", "warning", "error", "exception", "critical", "log", "getLogger"),
    *("compile", "sub", "fullmatch", "search", "execute", "executescript", "text", "note"),
    *("exec_driver_sql", "TypeVar", "icd_10", "icd_o_3", "snomed", "Code", "partition"),
}
_SQL: Final = re.compile(
    r"\s*(SELECT|INSERT|CREATE|DELETE|PRAGMA|UPDATE|BEGIN|ATTACH|DETACH|DROP|\w+ EXCEPT|lentigo )"
)
_MARKUP: Final = re.compile(r"[<>]|\w+: [^ ]+;|\w_\w|\d+px|^\s*(id|id,) ")
_WORDS: Final = re.compile(r"[A-Za-z][a-z']+(?:[,:;]? (?:[a-z][a-z']*|[A-Z][a-z]+)){2,}")


def unmarked(source: str) -> Iterator[tuple[int, str]]:
    """Give line and text of what looks as if people read it, and is not marked."""
    yield from _within(ast.parse(source))


def _within(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant | ast.JoinedStr):
        text = _text(node)
        if _WORDS.search(text) and not _SQL.match(text) and not _MARKUP.search(text):
            yield node.lineno, text
    if isinstance(node, ast.Constant | ast.Compare):
        return
    for child in _read_by_people(node):
        yield from _within(child)


def _read_by_people(node: ast.AST) -> Sequence[ast.AST]:
    """Return the parts in which texts for people may stand."""
    parts: Sequence[ast.AST] = list(ast.iter_child_nodes(node))
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _MARKS:
            parts = [keyword.value for keyword in node.keywords]
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _FOR_OTHERS:
            parts = []
        case ast.Dict(values=values):
            parts = values
        case ast.Expr(value=ast.Constant()):  # a docstring
            parts = []
        case ast.JoinedStr(values=values):
            parts = [part.value for part in values if isinstance(part, ast.FormattedValue)]
        case ast.AnnAssign(value=value):
            parts = [] if value is None else [value]
    return parts


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = (part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
    return "".join(map(str, parts))
