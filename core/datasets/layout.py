"""What a data set on disk looks like, told before anything of it is read."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

from core.datasets.dicom_folder import is_dicom_folder
from core.datasets.ham10000 import is_ham10000
from core.datasets.pixel_table import is_pixel_table
from core.datasets.table import is_path_table, proposed_columns
from core.errors import DatasetError
from core.language import say
from core.reasons import why
from core.taxonomy import known_class

_ATLAS: Final = "atlas.json"  # as core.atlas.description has it, which stands above


class Layout(StrEnum):
    """How labelled images lie on disk."""

    HAM10000 = "HAM10000"
    TABLE = "table"
    PIXELS = "table of pixels"
    DICOM = "DICOM"
    FOLDERS = "class folders"
    ATLAS = "atlas"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table are meant, where their names do not tell.

    Parameters
    ----------
    paths, labels : str
        Of the files, and of the diagnoses.
    """

    paths: str
    labels: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen.

    Parameters
    ----------
    layout : Layout
        What it seems to be.
    place : Path
        The table, or the folder.
    header, example : tuple of str
        Of a table: its columns, and the first row's cells.
    columns : Columns
        Of a table: those whose names tell that they are meant; empty where none does.
    """

    layout: Layout
    place: Path
    header: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    columns: Columns = Columns("", "")


def look_at(place: Path) -> Looked:
    """Tell the layout of a data set.

    Parameters
    ----------
    place : Path
        A folder, or a table.

    Raises
    ------
    DatasetError
        If there is nothing, a table cannot be read, or a folder holds several of them.
    """
    try:
        return _looked_at(place)
    except OSError as error:  # a folder that may not be listed, for instance
        raise DatasetError(
            say("{table} cannot be read: {reason}.", table=place, reason=why(error)), value=place
        ) from error


def _looked_at(place: Path) -> Looked:
    if os.path.isfile(place):  # noqa: PTH113  # unlike Path's, false for an impossible name
        return _looked_at_table(place)
    if not os.path.isdir(place):  # noqa: PTH112  # as above
        raise DatasetError(say("There is no data set at {place}.", place=place), value=place)
    if is_ham10000(place):
        return Looked(Layout.HAM10000, place)
    tables = _tables(place)
    if len(tables) > 1:
        names = ", ".join(table.name for table in tables)
        raise DatasetError(
            say("{place} holds several data sets: name one of {names}.", place=place, names=names),
            value=place,
        )
    if tables:
        return _looked_at_table(tables[0])
    # Folders named after classes say the diagnoses, whatever lies in them.
    named = _names_classes(place)
    if not named and (place / _ATLAS).is_file():
        return Looked(Layout.ATLAS, place)
    folders = named or not is_dicom_folder(place)
    return Looked(Layout.FOLDERS if folders else Layout.DICOM, place)


def _looked_at_table(table: Path) -> Looked:
    header, example = _first_rows(table)
    if is_pixel_table(header):
        return Looked(Layout.PIXELS, table, header)
    return Looked(Layout.TABLE, table, header, example, Columns(*proposed_columns(header)))


def _names_classes(folder: Path) -> bool:
    names = (child.name for child in folder.iterdir() if child.is_dir())
    return sum(known_class(name) is not None for name in names) > 1


def _tables(folder: Path) -> list[Path]:
    """Tables of a folder that are data sets; others may lie beside folders of classes."""
    tables = sorted(path for path in folder.glob("*.csv") if path.is_file())
    return [table for table in tables if _is_data_set(_first_rows(table)[0])]


def _is_data_set(header: tuple[str, ...]) -> bool:
    return is_pixel_table(header) or is_path_table(header)


def _first_rows(table: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Header and first row."""
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            first = list(islice(_rows(file), 2))
    except OSError as error:
        raise DatasetError(
            say("{table} cannot be read: {reason}.", table=table, reason=why(error)),
            value=table,
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DatasetError(
            say("{table} is not a CSV table in UTF-8: {error}.", table=table, error=error),
            value=table,
        ) from error
    header, example = [*first, (), ()][:2]
    return header, example


def _rows(lines: Iterator[str]) -> Iterator[tuple[str, ...]]:
    for row in csv.reader(lines):
        yield tuple(cell.strip() for cell in row)
