"""A CSV table with an image's pixels in columns, as ``hmnist_28_28_RGB.csv`` has them.

Everything else in training works on files, so the images are written once as PNG.
"""

from __future__ import annotations

import csv
import hashlib
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.datasets.class_folders import class_code
from training.datasets.sample import Dataset, Sample
from training.datasets.statement import read_statement
from training.errors import DatasetError

_LABEL = "label"
_HMNIST = ("akiec", "bcc", "bkl", "df", "nv", "vasc", "mel")  # HMNIST numbers HAM10000 so


def is_pixel_table(header: tuple[str, ...]) -> bool:
    """Whether a table has a label and pixels."""
    return _LABEL in header and any(name.startswith("pixel") for name in header)


def read_pixel_table(table: Path, *, cache: Path) -> Dataset:
    """Read a table of pixels and labels, and write its images as PNG files.

    Parameters
    ----------
    table : Path
        CSV with a column ``label`` and columns ``pixel…`` of numbers from 0 to 255: square images,
        row by row, in grey or in red, green, blue. Numbers as labels mean HAM10000's classes in
        HMNIST's order where the file is one of HMNIST's, else ``class_0``, ``class_1`` and so on.
    cache : Path
        Folder for the images, which are written once for each content of the table.

    Raises
    ------
    DatasetError
        If the pixels make no square, a value is not a number from 0 to 255, or a label is missing.
    """
    place = cache / "pixel-tables" / _digest(table)
    place.mkdir(parents=True, exist_ok=True)
    samples = []
    for line, label, values in _rows(table):
        path = place / f"{line:06d}.png"
        if not path.exists():
            _write(path, _pixels(values, table, line))
        samples.append(Sample(path.stem, path, _code(label, table)))
    if not samples:
        raise DatasetError(f"{table} has no rows.", value=table)
    return Dataset(table.parent, read_statement(table.parent), tuple(samples))


def _rows(table: Path) -> Iterator[tuple[int, str, list[str]]]:
    """Line, label and pixels of each row; one at a time, since such tables are large."""
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file)
            header = next(reader)
            place = header.index(_LABEL)
            for row in reader:
                if len(row) != len(header):
                    raise DatasetError(
                        f"Line {reader.line_num} of {table} has {len(row)} cells where the header "
                        f"has {len(header)}.",
                        value=reader.line_num,
                    )
                yield reader.line_num, row[place].strip(), [*row[:place], *row[place + 1 :]]
    except OSError as error:
        raise DatasetError(f"{table} cannot be read: {error.strerror}.", value=table) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(f"{table} is not a CSV table in UTF-8: {error}.", value=table) from error


def _code(label: str, table: Path) -> str:
    if not label:
        raise DatasetError(f"A row of {table} has no label.", value=table)
    if not label.isdecimal():
        return class_code(label)
    if table.name.casefold().startswith("hmnist") and int(label) < len(_HMNIST):
        return _HMNIST[int(label)]
    return f"class_{label}"


def _pixels(values: list[str], table: Path, line: int) -> NDArray[np.uint8]:
    try:
        pixels = np.array(values, dtype=np.float64)
    except ValueError as error:
        raise DatasetError(f"Line {line} of {table}: {error}.", value=line) from error
    if not ((pixels >= 0) & (pixels <= 255)).all():
        raise DatasetError(f"Line {line} of {table} has a pixel outside of 0 to 255.", value=line)
    for channels in (3, 1):
        side = math.isqrt(len(pixels) // channels)
        if side and side * side * channels == len(pixels):
            image = pixels.reshape(side, side, channels).round().astype(np.uint8)
            return np.repeat(image, 3 // channels, axis=2)
    raise DatasetError(
        f"{table} has {len(pixels)} pixels in a row, which make no square image.", value=table
    )


def _write(path: Path, pixels: NDArray[np.uint8]) -> None:
    aside = path.with_suffix(".part")
    Image.fromarray(pixels).save(aside, "PNG")
    aside.replace(path)


def _digest(table: Path) -> str:
    with table.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]
