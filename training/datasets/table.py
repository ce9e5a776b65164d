"""A CSV table that names an image file and its label in each row."""

from __future__ import annotations

from pathlib import Path

from training.datasets.class_folders import class_code
from training.datasets.sample import Dataset, Sample
from training.datasets.statement import read_statement
from training.errors import DatasetError
from training.table import read_table

_PATHS = ("path", "file", "filename", "file_name", "filepath", "image", "image_path", "image_id")
_LABELS = ("label", "dx", "class", "diagnosis", "target", "category")
_LESIONS = ("lesion_id", "lesion", "group")
_SIDES = ("split", "side", "fold", "set")
_ENDINGS = ("", ".jpg", ".jpeg", ".png", ".JPG", ".PNG")


def is_path_table(header: tuple[str, ...]) -> bool:
    """Whether a table has a column for files and one for labels."""
    return _column(header, _PATHS) is not None and _column(header, _LABELS) is not None


def read_path_table(table: Path) -> Dataset:
    """Read a table of paths and labels.

    Parameters
    ----------
    table : Path
        CSV with a column of files (``path``, ``file``, ``image_id``…, relative to the table, the
        ending may be left out), one of labels (``label``, ``dx``, ``class``…), and perhaps one of
        lesions (``lesion_id``) and of sides (``split``).

    Raises
    ------
    LabelsError
        If it is not a table.
    DatasetError
        If such a column is missing, a row has no label, a file is absent, or two rows name the
        same one.
    """
    content = read_table(table)
    header = content.header
    path_column, label_column = _column(header, _PATHS), _column(header, _LABELS)
    if path_column is None or label_column is None:
        raise DatasetError(
            f"{table} needs a column of files ({', '.join(_PATHS)}) and one of labels "
            f"({', '.join(_LABELS)}).",
            value=header,
        )
    lesion_column, side_column = _column(header, _LESIONS), _column(header, _SIDES)
    samples = {}
    for line, row in content.rows:
        name, label = row[path_column], row[label_column]
        if not name or not label:
            raise DatasetError(f"Line {line} of {table} lacks a file or a label.", value=line)
        if name in samples:
            raise DatasetError(f"{table} names {name} twice.", value=name)
        samples[name] = Sample(
            image_id=name,
            path=_file(table.parent, name),
            code=class_code(label),
            lesion_id=(row[lesion_column] or None) if lesion_column else None,
            origin=row[side_column] if side_column else "",
        )
    if not samples:
        raise DatasetError(f"{table} has no rows.", value=table)
    return Dataset(table.parent, read_statement(table.parent), tuple(samples.values()))


def _column(header: tuple[str, ...], names: tuple[str, ...]) -> str | None:
    plain = {name.strip().casefold(): name for name in header}
    return next((plain[name] for name in names if name in plain), None)


def _file(folder: Path, name: str) -> Path:
    places = [folder / name, folder / "images" / name]
    candidates = [Path(f"{place}{ending}") for place in places for ending in _ENDINGS]
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise DatasetError(f"The image {name} is not in {folder}.", value=name)
