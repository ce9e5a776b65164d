"""Letters that our fonts cannot set: said in words, never printed as boxes or back to front."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.language import again, counted, marked

_LEFTWARDS: Final = frozenset({"R", "AL", "AN"})
_CHINESE: Final = marked("Chinese or Japanese")
_NAMES: Final = {
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "FULLWIDTH"), _CHINESE),
    "HANGUL": marked("Korean"),
}
"""By the first word of a letter's name in Unicode; other scripts are called as they are there."""
_NEUTRAL: Final = " .,;:!?()/-\N{ARABIC COMMA}\N{ARABIC SEMICOLON}\N{ARABIC QUESTION MARK}"


def settable(words: str, font: str) -> str:
    """Replace what a font lacks, or what is written from right to left, which needs joined letters.

    Parameters
    ----------
    words : str
        One line or more.
    font : str
        A name known to ReportLab.

    Returns
    -------
    str
        The same, or with ``[31 Korean characters, not printable]`` in place of each such run.
    """
    if all(_fits(letter, font) for letter in set(words)):
        return words
    scripts = _scripts(words, font)
    pairs = zip(words, scripts, strict=True)
    parts = []
    for script, group in groupby(pairs, key=lambda pair: pair[1]):
        run = "".join(letter for letter, _ in group)
        parts.append(_named(run, script) if script else run)
    return "".join(parts)


def _scripts(words: str, font: str) -> list[str]:
    """Name the script of each letter that cannot be set; signs between two of a kind join them."""
    scripts = ["" if _fits(letter, font) else _script(letter) for letter in words]
    waiting: list[int] = []
    last = ""
    for place, letter in enumerate(words):
        if scripts[place]:
            for one in waiting if scripts[place] == last else ():
                scripts[one] = last
            waiting, last = [], scripts[place]
        elif letter in _NEUTRAL:
            waiting.append(place)
        else:
            waiting, last = [], ""
    return scripts


def _named(run: str, script: str) -> str:
    count = sum(not letter.isspace() for letter in run)
    return counted(
        "[{count} {script} character, not printable]",
        "[{count} {script} characters, not printable]",
        count=count,
        script=again(script),
    )


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "unknown").split()[0]
    return _NAMES.get(first, first.capitalize())


@cache
def _fits(letter: str, font: str) -> bool:
    if letter.isspace():
        return True
    known = pdfmetrics.getFont(font)
    if not isinstance(known, TTFont):
        raise TypeError(font)
    return (
        ord(letter) in known.face.charToGlyph
        and unicodedata.bidirectional(letter) not in _LEFTWARDS
    )
