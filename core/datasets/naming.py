"""Which class and which side a data set means by the names it uses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from core.datasets.statement import FILE, Statement
from core.errors import DatasetError
from core.language import say
from core.taxonomy import KNOWN, known_class
from core.taxonomy.known import plain_name, spelt_out

_SIDES = {
    "train": "train",
    "training": "train",
    "latih": "train",
    "valid": "validation",
    "val": "validation",
    "validation": "validation",
    "validasi": "validation",
    "test": "test",
    "testing": "test",
    "uji": "test",
}


def side_of(name: str) -> str | None:
    """Side that a folder or a cell names, in English or Indonesian; None where it names none."""
    return _SIDES.get(name.strip().casefold())


def class_codes(sides: Iterable[Collection[str]], *, statement: Statement) -> dict[str, str]:
    """Find the code of each class by the name that a folder or a cell has for it.

    A name means the class of the statement that has its code, else the class that
    `core.taxonomy.known_class` finds, else a class of its own. Numbers at its ends are taken for a
    place in a list or a count of images, unless they alone tell two classes apart.

    Parameters
    ----------
    sides : iterable of collection of str
        Names of the classes on each side of the set; the same class may be spelt otherwise on
        another side, as counts are part of published names.
    statement : Statement
        What is said about the set.

    Returns
    -------
    dict of str to str
        Code by name.

    Raises
    ------
    DatasetError
        If two names of one side mean the same class, or there is nothing in a name to make a code
        of.
    """
    groups = [tuple(dict.fromkeys(names)) for names in sides]
    codes = {name: class_code(name, statement=statement) for names in groups for name in names}
    for names in groups:
        own = Counter(codes[name] for name in names if codes[name] not in KNOWN)
        for name in codes:
            if own[codes[name]] > 1:
                codes[name] = _from_words(spelt_out(name), name)
    for names in groups:
        _require_distinct(names, codes)
    return codes


def class_code(name: str, *, statement: Statement) -> str:
    """Find the code of the class that one name means, as `class_codes` does.

    Raises
    ------
    DatasetError
        If there is nothing in the name to make a code of.
    """
    number = re.fullmatch(r"(\d+)(\.0*)?", name.strip(), re.ASCII)
    if number:  # spreadsheets write the label 4 as 4.0
        return f"class_{int(number[1])}"
    code = _from_words(plain_name(name), name)
    known = None if code in statement.classes else known_class(name)
    return code if known is None else known.code


def _from_words(words: str, name: str) -> str:
    code = words.encode("ascii", "ignore").decode().replace(" ", "_").strip("_")
    if not code:
        raise DatasetError(say("{name!r} cannot be the name of a class.", name=name), value=name)
    return code


def _require_distinct(names: Iterable[str], codes: dict[str, str]) -> None:
    meaning = defaultdict(list)
    for name in names:
        meaning[codes[name]].append(name)
    for code, same in meaning.items():
        if len({spelt_out(name) for name in same}) > 1:
            raise DatasetError(
                say(
                    "{one!r} and {other!r} both mean the class {code!r}: give them one name, "
                    "or say in {file} what each of them means.",
                    one=same[0],
                    other=same[1],
                    code=code,
                    file=FILE,
                ),
                value=code,
            )
