"""A CSV table with an image's pixels in columns, as ``hmnist_28_28_RGB.csv`` has them.

Everything else in training works on files, so the images are written once as PNG.
"""

from __future__ import annotations

import csv
import hashlib
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.datasets.cells import column_of, sample_of
from core.datasets.ham10000 import STATEMENT
from core.datasets.naming import class_codes
from core.datasets.sample import Dataset
from core.datasets.statement import read_statement
from core.errors import DatasetError
from core.language import say
from core.reasons import why

_LABEL = "label"
_PIXEL = re.compile(r"pixel[ _]?(\d+)", re.ASCII | re.IGNORECASE)
_HMNIST = ("akiec", "bcc", "bkl", "df", "nv", "vasc", "mel")  # HMNIST numbers HAM10000 so


def is_pixel_table(header: Sequence[str]) -> bool:
    """Whether a table has a label and pixels."""
    return column_of(header, (_LABEL,)) is not None and any(map(_PIXEL.fullmatch, header))


def read_pixel_table(table: Path, *, cache: Path) -> Dataset:
    """Read a table of pixels and labels, and write its images as PNG files.

    Parameters
    ----------
    table : Path
        CSV with a column ``label`` and columns ``pixel…`` of whole numbers from 0 to 255: square
        images, row by row, in grey or in red, green, blue; perhaps columns of lesions and sides.
        Numbers as labels mean HAM10000's classes in HMNIST's order where the file is one of
        HMNIST's, else ``class_0``, ``class_1`` and so on.
    cache : Path
        Folder for the images, which are written once for each content of the table.

    Raises
    ------
    DatasetError
        If the table cannot be read, the pixels make no square, one is missing or no whole number
        from 0 to 255, a label is missing or unknown, or the images cannot be written.
    """
    is_hmnist = table.name.casefold().startswith("hmnist")
    try:
        place = cache / "pixel-tables" / _digest(table)
        place.mkdir(parents=True, exist_ok=True)
        rows = [(path, cells) for path, cells in _written(table, place)]
    except OSError as error:
        raise DatasetError(
            say(
                "{filename} cannot be read or written: {reason}.",
                filename=error.filename or table,
                reason=why(error),
            ),
            value=table,
        ) from error
    if not rows:
        raise DatasetError(say("{table} has no rows.", table=table), value=table)
    statement = read_statement(table.parent, otherwise=STATEMENT if is_hmnist else None)
    labels = [_label(cells, table, is_hmnist=is_hmnist) for _, cells in rows]
    codes = class_codes([labels], statement=statement)
    samples = tuple(
        sample_of(cells, image_id=path.stem, path=path, code=codes[label])
        for (path, cells), label in zip(rows, labels, strict=True)
    )
    return Dataset(table.parent, statement, samples)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Positions of the pixels, in their order, and names of the other columns by position."""

    pixels: tuple[int, ...]
    others: Mapping[int, str]

    @classmethod
    def of(cls, header: Sequence[str], table: Path) -> _Layout:
        numbers = {
            position: int(found[1])
            for position, name in enumerate(header)
            if (found := _PIXEL.fullmatch(name))
        }
        pixels = tuple(sorted(numbers, key=numbers.__getitem__))
        ordered = [numbers[position] for position in pixels]
        if ordered != list(range(ordered[0], ordered[0] + len(ordered))):
            raise DatasetError(
                say("{table} lacks a column of pixels, or has one twice.", table=table), value=table
            )
        others = {at: name for at, name in enumerate(header) if at not in numbers}
        return cls(pixels, others)


def _written(table: Path, place: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """File and other cells of each row, the file written where it is not there yet."""
    rows = _rows(table)
    _, header = next(rows)
    layout = _Layout.of(header, table)
    for line, row in rows:
        if len(row) != len(header):
            raise DatasetError(
                say(
                    "Line {line} of {table} has {count} cells where the header has {expected}.",
                    line=line,
                    table=table,
                    count=len(row),
                    expected=len(header),
                ),
                value=line,
            )
        path = place / f"{line:06d}.png"
        if not path.exists():
            _write(path, _pixels([row[at] for at in layout.pixels], table, line))
        yield path, {name: row[at] for at, name in layout.others.items()}


def _rows(table: Path) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of each row, blank ones left out; one at a time: such tables are large."""
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file)
            for row in reader:
                cells = [cell.strip() for cell in row]
                if any(cells):
                    yield reader.line_num, cells
    except (UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(
            say("{table} is not a CSV table in UTF-8: {error}.", table=table, error=error),
            value=table,
        ) from error


def _label(cells: Mapping[str, str], table: Path, *, is_hmnist: bool) -> str:
    label = cells[column_of(tuple(cells), (_LABEL,)) or _LABEL]
    if not label:
        raise DatasetError(say("A row of {table} has no label.", table=table), value=table)
    number = re.fullmatch(r"(\d+)(\.0*)?", label, re.ASCII) if is_hmnist else None
    if number is None:
        return label
    if int(number[1]) >= len(_HMNIST):
        raise DatasetError(
            say("{table} has the label {label}; HMNIST's are 0 to 6.", table=table, label=label),
            value=label,
        )
    return _HMNIST[int(number[1])]


def _pixels(values: list[str], table: Path, line: int) -> NDArray[np.uint8]:
    try:
        pixels = np.array(values, dtype=np.float64)
    except ValueError as error:
        raise DatasetError(
            say("Line {line} of {table}: {error}.", line=line, table=table, error=error), value=line
        ) from error
    if not ((pixels >= 0) & (pixels <= 255) & (pixels == np.rint(pixels))).all():
        raise DatasetError(
            say(
                "Line {line} of {table} has a pixel that is no whole number from 0 to 255.",
                line=line,
                table=table,
            ),
            value=line,
        )
    for channels in (3, 1):
        side = math.isqrt(len(pixels) // channels)
        if side and side * side * channels == len(pixels):
            image = pixels.reshape(side, side, channels).astype(np.uint8)
            return np.repeat(image, 3 // channels, axis=2)
    raise DatasetError(
        say(
            "{table} has {count} pixels in a row, which make no square image.",
            table=table,
            count=len(pixels),
        ),
        value=table,
    )


def _write(path: Path, pixels: NDArray[np.uint8]) -> None:
    aside = path.with_suffix(".part")
    Image.fromarray(pixels).save(aside, "PNG")
    aside.replace(path)


def _digest(table: Path) -> str:
    with table.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]
