"""One door for every layout."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from core.datasets.class_folders import read_class_folders
from core.datasets.dicom_folder import is_dicom_folder, read_dicom_folder
from core.datasets.ham10000 import is_ham10000, read_ham10000
from core.datasets.pixel_table import is_pixel_table, read_pixel_table
from core.datasets.sample import Dataset
from core.datasets.table import is_path_table, read_path_table
from core.errors import DatasetError
from core.language import say
from core.taxonomy import known_class


def read_dataset(place: Path, *, cache: Path) -> Dataset:
    """Read a data set, whatever its layout.

    Parameters
    ----------
    place : Path
        HAM10000's folder, a folder of class folders, a CSV table of paths and labels or of pixels
        and labels, a folder with such a table, or one of DICOM files that say their diagnoses.
    cache : Path
        Folder for what is made of it.

    Raises
    ------
    LentigoError
        If it is none of these, or what is wrong with it.
    """
    if os.path.isfile(place):  # noqa: PTH113  # unlike Path's, false for an impossible name
        return _read_table(place, cache=cache)
    if not os.path.isdir(place):  # noqa: PTH112  # as above
        raise DatasetError(say("There is no data set at {place}.", place=place), value=place)
    if is_ham10000(place):
        return read_ham10000(place)
    tables = _tables(place)
    if len(tables) > 1:
        names = ", ".join(table.name for table in tables)
        raise DatasetError(
            say("{place} holds several data sets: name one of {names}.", place=place, names=names),
            value=place,
        )
    return _read_table(tables[0], cache=cache) if tables else _read_folders(place)


def _read_folders(place: Path) -> Dataset:
    """Read DICOM files that say their diagnoses, unless folders named after classes say them."""
    if _names_classes(place) or not is_dicom_folder(place):
        return read_class_folders(place)
    try:
        return read_dicom_folder(place)
    except DatasetError as unsaid:
        try:
            return read_class_folders(place)
        except DatasetError:
            raise unsaid from None


def _names_classes(folder: Path) -> bool:
    names = (child.name for child in folder.iterdir() if child.is_dir())
    return sum(known_class(name) is not None for name in names) > 1


def _tables(folder: Path) -> list[Path]:
    """Tables of a folder that are data sets; others may lie beside folders of classes."""
    tables = sorted(path for path in folder.glob("*.csv") if path.is_file())
    return [table for table in tables if _is_data_set(_header(table))]


def _is_data_set(header: tuple[str, ...]) -> bool:
    return is_pixel_table(header) or is_path_table(header)


def _read_table(table: Path, *, cache: Path) -> Dataset:
    header = _header(table)
    if is_pixel_table(header):
        return read_pixel_table(table, cache=cache)
    if is_path_table(header):
        return read_path_table(table)
    raise DatasetError(
        say(
            "{table} names neither files and labels nor pixels and labels in its columns "
            "({names}).",
            table=table,
            names=", ".join(header[:8]),
        ),
        value=header,
    )


def _header(table: Path) -> tuple[str, ...]:
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            return tuple(name.strip() for name in next(csv.reader(file), []))
    except OSError as error:
        raise DatasetError(
            say("{table} cannot be read: {reason}.", table=table, reason=error.strerror),
            value=table,
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(
            say("{table} is not a CSV table in UTF-8: {error}.", table=table, error=error),
            value=table,
        ) from error
