"""Reads a CSV file with a header, strictly.

Labels come from spreadsheets, with byte order marks, empty last lines and shifted cells. A row
that lost a cell would silently give an image its neighbour's diagnosis, so nothing is guessed.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Self

from core.errors import LentigoError
from core.language import say
from core.reasons import why


class LabelsError(LentigoError):
    """A labels file could not be used. Subclasses say why."""


class LabelsUnreadable(LabelsError):
    """The labels file cannot be opened, or is not a CSV in UTF-8."""


class ColumnMissing(LabelsError):
    """A column that was asked for is not in the file."""


class LabelsEmpty(LabelsError):
    """No row is left to work with."""


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file in memory: the header, and per row its line number and its cells by column."""

    path: Path
    header: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]

    def require(self, names: Iterable[str]) -> None:
        """Raise ColumnMissing, naming the columns there are, unless all `names` are columns."""
        absent = [name for name in names if name not in self.header]
        if absent:
            there = quoted(self.header)
            sentence = say(
                "{name} has no column {columns}; its columns are {there}.",
                name=self.path.name,
                columns=quoted(absent),
                there=there,
            )
            raise ColumnMissing(sentence, value=absent)

    def select(self, where: Sequence[tuple[str, str]]) -> Self:
        """Keep the rows that meet every condition (column, value).

        Several values for one column mean any of them. Raises LabelsEmpty if no row is left.
        """
        self.require([column for column, _ in where])
        accepted: dict[str, set[str]] = {}
        for column, value in where:
            accepted.setdefault(column, set()).add(value)
        kept = tuple(
            (line, row)
            for line, row in self.rows
            if all(row[column] in values for column, values in accepted.items())
        )
        if not kept:
            raise LabelsEmpty(_nothing_left(self, where), value=str(self.path))
        return replace(self, rows=kept)


def _nothing_left(table: Table, where: Sequence[tuple[str, str]]) -> str:
    if not table.rows:
        return say("{name} has a header but no rows.", name=table.path.name)
    conditions = ", ".join(f"{column}={value}" for column, value in where)
    return say(
        "None of the {count} rows of {name} has {conditions}.",
        count=len(table.rows),
        name=table.path.name,
        conditions=conditions,
    )


def read_table(path: Path) -> Table:
    """Read a CSV file with a header; cells lose the blanks around them, empty lines are skipped.

    Raises
    ------
    LabelsUnreadable
        If the file cannot be opened, is not UTF-8, has no header, names a column twice, or has a
        row with more or fewer cells than the header.
    """
    reader = csv.reader(io.StringIO(_read_text(path), newline=""), strict=True)
    try:
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        sentence = say(
            "Line {line} of {name} is not valid CSV ({error}).",
            line=reader.line_num,
            name=path.name,
            error=error,
        )
        raise LabelsUnreadable(sentence, value=str(path)) from error
    # Spreadsheets end their files with lines of nothing but commas.
    lines = [(line, cells) for line, cells in lines if any(cells)]
    header = _header(path, lines[0][1] if lines else [])
    return Table(path, header, tuple((at, _row(path, header, at, line)) for at, line in lines[1:]))


def _read_text(path: Path) -> str:
    try:
        # Spreadsheets put a byte order mark first; it would become part of the first column's name.
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = say(
            "{name} is not UTF-8 text; save it as 'CSV UTF-8' and try again.", name=path.name
        )
        raise LabelsUnreadable(sentence, value=str(path)) from error
    except OSError as error:
        sentence = say(
            "The labels file {path} cannot be opened: {reason}.",
            path=path,
            reason=why(error),
        )
        raise LabelsUnreadable(sentence, value=str(path)) from error


def _header(path: Path, names: Sequence[str]) -> tuple[str, ...]:
    if not any(names):
        raise LabelsEmpty(
            say("{name} is empty: not even a header is in it.", name=path.name), value=str(path)
        )
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise LabelsUnreadable(
            say("{name} names the column {columns} twice.", name=path.name, columns=quoted(twice)),
            value=twice,
        )
    return tuple(names)


def _row(path: Path, header: Sequence[str], line: int, cells: Sequence[str]) -> Mapping[str, str]:
    if len(cells) != len(header):
        sentence = say(
            "Line {line} of {name} has {count} cells where the header has {expected}.",
            line=line,
            name=path.name,
            count=len(cells),
            expected=len(header),
        )
        raise LabelsUnreadable(sentence, value=line)
    return MappingProxyType(dict(zip(header, cells, strict=True)))


def quoted(names: Iterable[str]) -> str:
    """Put the names in quotation marks, separated by commas, for a sentence."""
    return ", ".join(f"'{name}'" for name in names)
