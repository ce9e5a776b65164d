"""A CSV table that names an image file and its label in each row."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from core.datasets.cells import column_of, sample_of
from core.datasets.csv_table import Table, read_table
from core.datasets.image_index import ImageIndex
from core.datasets.naming import class_codes
from core.datasets.sample import Dataset, Sample
from core.datasets.statement import read_statement
from core.errors import DatasetError
from core.language import say

_PATHS = ("path", "file", "filename", "file_name", "filepath", "image", "image_path", "image_id")
_LABELS = ("label", "dx", "class", "diagnosis", "target", "category")


def is_path_table(header: Sequence[str]) -> bool:
    """Whether a table has a column for files and one for labels."""
    return column_of(header, _PATHS) is not None and column_of(header, _LABELS) is not None


def proposed_columns(header: Sequence[str]) -> tuple[str, str]:
    """Name the columns for files and labels; empty where no name tells."""
    return column_of(header, _PATHS) or "", column_of(header, _LABELS) or ""


def read_path_table(path: Path, *, image: str = "", label: str = "") -> Dataset:
    """Read a table of paths and labels.

    Parameters
    ----------
    path : Path
        CSV with a column of files (``path``, ``file``, ``image_id``…: relative to the table or
        absolute, or a name that only one image below the table's folder has, with or without its
        ending), one of labels (``label``, ``dx``, ``class``…), and perhaps some of lesions, sides
        and patients: see `core.datasets.cells`.
    image, label : str
        The columns of files and labels, where their names do not tell.

    Raises
    ------
    LabelsError
        If it is not a table.
    DatasetError
        If such a column is missing, a row has no label, a file is absent or could be several, two
        rows mean the same one, or two labels the same class.
    """
    table = read_table(path)
    proposed = proposed_columns(table.header)
    image, label = image or proposed[0], label or proposed[1]
    if not (image and label):
        raise DatasetError(
            say(
                "{path} needs a column of files ({paths}) and one of labels ({labels}).",
                path=path,
                paths=", ".join(_PATHS),
                labels=", ".join(_LABELS),
            ),
            value=table.header,
        )
    table.require([image, label])
    files = _files(table, image=image, label=label)
    here = _plain(path.parent)
    images = _common_folder(here, files)
    statement = read_statement(here, otherwise=read_statement(images))
    codes = class_codes([[row[label] for row in files.values()]], statement=statement)
    samples = tuple(
        _named(
            sample_of(row, image_id=row[image], path=file, code=codes[row[label]]),
            images=images,
            table=here,
        )
        for file, row in files.items()
    )
    return Dataset(path.parent, statement, samples)


def _files(table: Table, *, image: str, label: str) -> dict[Path, Mapping[str, str]]:
    """Row of each file."""
    files: dict[Path, Mapping[str, str]] = {}
    find = _Finder(_plain(table.path.parent))
    for line, row in table.rows:
        if not row[image] or not row[label]:
            raise DatasetError(
                say("Line {line} of {path} lacks a file or a label.", line=line, path=table.path),
                value=line,
            )
        file = find(row[image])
        if file in files:
            raise DatasetError(
                say("{path} names {file} twice.", path=table.path, file=row[image]),
                value=row[image],
            )
        files[file] = row
    if not files:
        raise DatasetError(say("{path} has no rows.", path=table.path), value=table.path)
    return files


class _Finder:
    """Finds files as a table names them; walks the folder only where a name is no path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: ImageIndex | None = None

    def __call__(self, name: str) -> Path:
        direct = _plain(self._folder / name.replace("\\", "/"))
        if os.path.isfile(direct):  # noqa: PTH113  # unlike Path's, false for an impossible name
            return direct
        if self._index is None:
            self._index = ImageIndex.of(self._folder)
        found = self._index.find(name)
        if len(found) != 1:
            raise DatasetError(self._not_one(name, len(found)), value=name)
        return found[0]

    def _not_one(self, name: str, count: int) -> str:
        if not count:
            return say("The image {name} is not in {folder}.", name=name, folder=self._folder)
        return say(
            "The image {name} could be any of {count} files below {folder}.",
            name=name,
            count=count,
            folder=self._folder,
        )


def _plain(path: Path) -> Path:
    """Make a path absolute, without ``..``; links stay links."""
    return Path(os.path.normpath(path.absolute()))


def _common_folder(folder: Path, files: Mapping[Path, object]) -> Path:
    """Give the table's folder if all files lie below it, else the innermost that holds them."""
    if all(file.is_relative_to(folder) for file in files):
        return folder
    try:
        return Path(os.path.commonpath([file.parent for file in files]))
    except ValueError as error:  # on Windows, on two drives
        raise DatasetError(
            say("The images of {folder} lie on several drives.", folder=folder)
        ) from error


def _named(sample: Sample, *, images: Path, table: Path) -> Sample:
    """Name a sample by its path below `images` where its table's name says less than that."""
    name = PurePosixPath(sample.image_id.replace("\\", "/"))
    if images == table and not Path(sample.image_id).is_absolute() and ".." not in name.parts:
        return sample
    return replace(sample, image_id=sample.path.relative_to(images).as_posix())
