"""One door for every layout."""

from __future__ import annotations

import csv
from pathlib import Path

from training.datasets.class_folders import read_class_folders
from training.datasets.ham10000 import IMAGES, TABLE, read_ham10000
from training.datasets.pixel_table import is_pixel_table, read_pixel_table
from training.datasets.sample import Dataset
from training.datasets.table import is_path_table, read_path_table
from training.errors import DatasetError


def read_dataset(place: Path, *, cache: Path) -> Dataset:
    """Read a data set, whatever its layout.

    Parameters
    ----------
    place : Path
        HAM10000's folder, a folder of class folders, a CSV table of paths and labels or of pixels
        and labels, or a folder with exactly one such table.
    cache : Path
        Folder for what is made of it.

    Raises
    ------
    DatasetError
        If it is none of these, with what is wrong.
    """
    if place.is_file():
        return _read_table(place, cache=cache)
    if not place.is_dir():
        raise DatasetError(f"There is no data set at {place}.", value=place)
    if (place / TABLE).is_file() and (place / IMAGES).is_dir():
        return read_ham10000(place)
    tables = sorted(place.glob("*.csv"))
    if len(tables) == 1:
        return _read_table(tables[0], cache=cache)
    return read_class_folders(place)


def _read_table(table: Path, *, cache: Path) -> Dataset:
    header = _header(table)
    if is_pixel_table(header):
        return read_pixel_table(table, cache=cache)
    if is_path_table(header):
        return read_path_table(table)
    raise DatasetError(
        f"{table} names neither files and labels nor pixels and labels in its columns "
        f"({', '.join(header[:8])}).",
        value=header,
    )


def _header(table: Path) -> tuple[str, ...]:
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            return tuple(name.strip() for name in next(csv.reader(file), []))
    except OSError as error:
        raise DatasetError(f"{table} cannot be read: {error.strerror}.", value=table) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(f"{table} is not a CSV table in UTF-8: {error}.", value=table) from error
