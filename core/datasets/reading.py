"""One door for every layout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.datasets.class_folders import read_class_folders
from core.datasets.dicom_folder import read_dicom_folder
from core.datasets.ham10000 import read_ham10000
from core.datasets.layout import Columns, Layout, Looked, look_at
from core.datasets.pixel_table import read_pixel_table
from core.datasets.sample import Dataset
from core.datasets.table import read_path_table
from core.errors import DatasetError
from core.language import say


def read_dataset(place: Path, *, cache: Path, columns: Columns | None = None) -> Dataset:
    """Read a data set, whatever its layout.

    Parameters
    ----------
    place : Path
        HAM10000's folder, a folder of class folders, a CSV table of paths and labels or of pixels
        and labels, a folder with such a table, or one of DICOM files that say their diagnoses.
    cache : Path
        Folder for what is made of it.
    columns : Columns, optional
        Which columns of a table of paths are meant; without them their names must tell.

    Raises
    ------
    LentigoError
        If it is none of these, or what is wrong with it.
    """
    dataset = _read(look_at(place), cache=cache, columns=columns)
    aspect = dataset.statement.aspect
    if aspect is None:
        return dataset
    samples = tuple(replace(sample, aspect=aspect) for sample in dataset.samples)
    return replace(dataset, samples=samples)


def _read(looked: Looked, *, cache: Path, columns: Columns | None) -> Dataset:
    match looked.layout:
        case Layout.HAM10000:
            return read_ham10000(looked.place)
        case Layout.PIXELS:
            return read_pixel_table(looked.place, cache=cache)
        case Layout.TABLE:
            return _read_table(looked, columns or looked.columns)
        case Layout.DICOM:
            return _read_dicom(looked.place)
        case Layout.FOLDERS:
            return read_class_folders(looked.place)
        case Layout.ATLAS:  # whoever can read it asks before
            raise DatasetError(
                say(
                    "{place} is an atlas: name the images that it was built of.",
                    place=looked.place,
                ),
                value=looked.place,
            )


def _read_table(looked: Looked, columns: Columns) -> Dataset:
    if not (columns.paths and columns.labels):
        raise DatasetError(
            say(
                "{table} names neither files and labels nor pixels and labels in its columns "
                "({names}).",
                table=looked.place,
                names=", ".join(looked.header[:8]),
            ),
            value=looked.header,
        )
    return read_path_table(looked.place, image=columns.paths, label=columns.labels)


def _read_dicom(folder: Path) -> Dataset:
    """Read DICOM files; where none says a diagnosis, their folders may."""
    try:
        return read_dicom_folder(folder)
    except DatasetError as unsaid:
        try:
            return read_class_folders(folder)
        except DatasetError:
            raise unsaid from None
