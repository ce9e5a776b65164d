"""What the window says, in the language that it is in.

A text is written in English where it is shown, and this English is its key in the catalogues. So
that `make translations` finds it, a text stands as it is within one of these calls, which are in no
f-string; and a sentence is one text, never put together from pieces: other languages order theirs
differently. `docs/languages.md` has the rules.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.language.languages import Language, current

_CONTEXT = ""  # Qt's own words have contexts; ours need none, since English tells them apart


def mark(text: str, /) -> str:
    """Let a text of a table be found; `tr` says it where it is shown, in the language of then."""
    return text


def tr(text: str, /, **values: object) -> str:
    """Say a text in the language of the window.

    Parameters
    ----------
    text : str
        In English, with a name in braces for each value.
    **values
        What stands in the places of these names; numbers are written as the language does.
    """
    if current() is Language.ENGLISH:
        return _filled(text, values)
    return _filled(QCoreApplication.translate(_CONTEXT, text), values)


def count(one: str, many: str, /, *, n: int, **values: object) -> str:
    """Say a text about a number of things, with the plural that the language has for it.

    Parameters
    ----------
    one, many : str
        In English, about one thing and about several, with ``{n}`` for the number.
    n : int
        How many there are.
    **values
        What stands in the places of the other names.
    """
    if current() is Language.ENGLISH:
        return _filled(one if n == 1 else many, {"n": n, **values})
    return _filled(QCoreApplication.translate(_CONTEXT, one, many, n), {"n": n, **values})


def _filled(text: str, values: dict[str, object]) -> str:
    if not values:
        return text
    from core.language.numbers import LocalFormatter  # the first paint does without

    return LocalFormatter(current()).vformat(text, (), values)
