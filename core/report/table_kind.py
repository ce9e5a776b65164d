"""What a table of cases is written as."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from core.errors import UsageError
from core.language import say


class TableKind(StrEnum):
    """The formats; the value is how a file's name ends."""

    CSV = "csv"
    JSON = "json"


def kind_of(path: Path) -> TableKind:
    """Tell it from a file's name.

    Raises
    ------
    UsageError
        If the name ends otherwise.
    """
    try:
        return TableKind(path.suffix.lower().removeprefix("."))
    except ValueError as error:
        message = say("A selection is a .csv or a .json file, not {name}.", name=path.name)
        raise UsageError(message, value=path) from error
