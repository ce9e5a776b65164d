"""Tables of results, read again: also one that is still being written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.batch.lines import line_of
from core.batch.table import FILE, MODEL, Row, probability_column
from core.errors import UsageError
from core.files import write_whole
from core.language import say
from core.reasons import why

_NEEDED: Final = (FILE, "finding", "label", "malignant", "error", MODEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A row as it is shown, sorted and searched.

    Parameters
    ----------
    name : str
        Of the image.
    finding, label : str
        Code and name of the most probable class; empty where there is no answer.
    probability, malignant : float or None
        Of the finding, and of all malignant classes together, 0 to 1.
    counts : bool or None
        Whether it counts as malignant; None where no rule says so.
    certainty : str
        Its level; empty where no rule says so.
    novel : bool or None
        Whether it looks like nothing that the model knows.
    remarks : tuple of str
        Codes of what there is to know about the picture, or about how it was seen.
    error : str
        Why there is no answer.
    line : str
        All of the row, as it stands in the file.
    """

    name: str
    finding: str
    label: str
    probability: float | None
    malignant: float | None
    counts: bool | None
    certainty: str
    novel: bool | None
    remarks: tuple[str, ...]
    error: str
    line: str


@dataclass(frozen=True, slots=True)
class ResultTable:
    """What a file holds.

    Parameters
    ----------
    columns : tuple of str
        Their names.
    results : tuple of Result
        In the order of the file.
    """

    columns: tuple[str, ...]
    results: tuple[Result, ...] = ()


def result_of(row: Row, columns: Sequence[str]) -> Result:
    """Take from a row what is shown of it.

    Raises
    ------
    ValueError
        If a number is none.
    """
    finding = row.get("finding", "")
    return Result(
        name=row[FILE],
        finding=finding,
        label=row.get("label", ""),
        probability=_number(row.get(probability_column(finding), "")),
        malignant=_number(row.get("malignant", "")),
        counts=_flag(row.get("counts_as_malignant", "")),
        certainty=row.get("certainty", ""),
        novel=_flag(row.get("novel", "")),
        remarks=tuple(f"{row.get('quality', '')} {row.get('warnings', '')}".split()),
        error=row.get("error", ""),
        line=line_of([row.get(name, "") for name in columns]),
    )


def read_table(path: Path) -> ResultTable:
    """Read a table; a last row that is being written, or was cut short, is passed over.

    Raises
    ------
    UsageError
        If the file cannot be read, or is no table of results.
    """
    try:
        content = path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1].decode("utf-8")
        rows = csv.DictReader(io.StringIO(whole, newline=""), strict=True)
        columns = tuple(rows.fieldnames or ())
        if missing := [name for name in _NEEDED if name not in columns]:
            raise UsageError(
                say(
                    "{name} is no table of results: it has no column {column}.",
                    name=path.name,
                    column=missing[0],
                ),
                value=path,
            )
        return ResultTable(columns, tuple(_checked(row, columns) for row in rows))
    except OSError as error:
        raise UsageError(
            say("{name} cannot be read: {reason}.", name=path.name, reason=why(error)),
            value=path,
        ) from error
    except (csv.Error, ValueError) as error:  # among them what is no UTF-8
        message = say(
            "{name} is no table of results: its rows are not those of results.", name=path.name
        )
        raise UsageError(message, value=path) from error


def write_table(path: Path, columns: Sequence[str], results: Iterable[Result]) -> None:
    """Write some results as a table of their own.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    lines = [line_of(columns), *(one.line for one in results)]
    write_whole(path, "".join(lines).encode())


def _checked(row: dict[str, str], columns: Sequence[str]) -> Result:
    if None in row or None in row.values():  # more values than columns, or fewer
        raise ValueError(row)
    return result_of(row, columns)


def _number(words: str) -> float | None:
    return float(words) if words else None


def _flag(words: str) -> bool | None:
    return words == "yes" if words else None
