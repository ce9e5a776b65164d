"""How an image is named in a table: one printable line, from which its path is had again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

# A spreadsheet takes what begins so for a formula.
_FORMULA: Final = ("=", "+", "-", "@")
_SHORT: Final = {"\n": "\\n", "\r": "\\r", "\\": "\\\\"}
_LONG: Final = {short: char for char, short in _SHORT.items()}
_ESCAPED: Final = re.compile(r"\\(?:[nr\\]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")


def safe_name(parts: Sequence[str]) -> str:
    """Join the parts of a relative path.

    What is not printable stands as an escape of Python's: line ends of all kinds, and the bytes of
    names that are not UTF-8, which Python holds as lone surrogates.

    Parameters
    ----------
    parts : sequence of str
        Folders and name.
    """
    name = "".join(map(_escaped, "/".join(parts)))
    return f"./{name}" if name.startswith(_FORMULA) else name


def plain_name(name: str) -> str:
    """Return the relative path of a name that `safe_name` made."""
    return _ESCAPED.sub(_unescaped, name)


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if char.isprintable() or unicodedata.category(char) == "Zs":
        return char
    number = ord(char)
    if number < 1 << 8:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 1 << 16 else f"\\U{number:08x}"


def _unescaped(found: re.Match[str]) -> str:
    escape = found.group()
    digits = escape[2:]
    return _LONG.get(escape) or chr(int(digits, 16))
