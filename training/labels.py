"""Reads who is who: a labels CSV, joined with the image files it speaks of.

Every figure we publish rests on this join. A row matched to the wrong file, a class spelt
differently or an image counted twice would not crash anything, only falsify the result; so
whatever is not exactly right is refused here, with a sentence that says what to change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.datasets.csv_table import ColumnMissing, LabelsError, Table, quoted, read_table
from core.datasets.image_index import ImageIndex


class ClassUnknown(LabelsError):
    """A label is not one of the model's classes."""


class ImageRepeated(LabelsError):
    """Two rows speak of the same image."""


class ImagesMissing(LabelsError):
    """Rows for which there is no image file, or more than one."""


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """One image with its diagnosis, as the labels file has it.

    Parameters
    ----------
    image_id : str
        The image's name in the labels file.
    path : Path
        Its file.
    code : str
        The diagnosis: a class code of the model.
    lesion_id : str or None
        The lesion that the image shows; None where the file does not say.
    row : Mapping[str, str]
        The whole row by column name, for subgroups. Read-only.
    """

    image_id: str
    path: Path
    code: str
    lesion_id: str | None
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns to read. A missing lesion column is no error by itself."""

    image: str = "image_id"
    label: str = "dx"
    lesion: str = "lesion_id"


def read_labels(
    labels: Path,
    *,
    images: Path | Mapping[str, Path],
    classes: Collection[str],
    columns: Columns | None = None,
    where: Iterable[tuple[str, str]] = (),
) -> list[LabelledImage]:
    """Read the labels file and find every image it names.

    Parameters
    ----------
    labels : Path
        CSV with a header, UTF-8 with or without byte order mark.
    images : Path or mapping of str to Path
        Folder of the image files; folders inside it are looked through too. Or the file of each
        image by its name.
    classes : collection of str
        Codes that a label may have.
    columns : Columns, optional
        Other names of the columns. A lesion column that is not the default one must exist.
    where : iterable of (str, str)
        Conditions (column, value). A row is kept if for every column named here its cell is one
        of that column's values. Rows left out are not judged.

    Returns
    -------
    list of LabelledImage
        In the order of the file.

    Raises
    ------
    LabelsUnreadable, ColumnMissing, ClassUnknown, ImageRepeated, LabelsEmpty, ImagesMissing
        As their names say; all are LabelsError.
    """
    columns = columns or Columns()
    table = read_table(labels)
    table.require([columns.image, columns.label])
    if columns.lesion != Columns().lesion:
        table.require([columns.lesion])
    table = table.select(tuple(where))
    _check_classes(table, columns.label, classes)
    _check_unique(table, columns.image)
    paths = _find_files(table, columns.image, images)
    return [
        LabelledImage(
            image_id=row[columns.image],
            path=path,
            code=row[columns.label],
            lesion_id=row.get(columns.lesion) or None,
            row=row,
        )
        for (_, row), path in zip(table.rows, paths, strict=True)
    ]


def _check_classes(table: Table, column: str, classes: Collection[str]) -> None:
    for line, row in table.rows:
        if row[column] not in classes:
            sentence = (
                f"Line {line} of {table.path.name} has the class '{row[column]}', which this "
                f"model does not know; its classes are {quoted(classes)}."
            )
            raise ClassUnknown(sentence, value=row[column])


def _check_unique(table: Table, column: str) -> None:
    seen: dict[str, int] = {}
    for line, row in table.rows:
        name = row[column]
        if not name:
            raise ColumnMissing(f"Line {line} of {table.path.name} names no image.", value=line)
        if name in seen:
            sentence = (
                f"{table.path.name} has the image '{name}' twice, in lines {seen[name]} and {line}."
            )
            raise ImageRepeated(sentence, value=name)
        seen[name] = line


def _find_files(table: Table, column: str, images: Path | Mapping[str, Path]) -> list[Path]:
    names = [row[column] for _, row in table.rows]
    if isinstance(images, Mapping):
        return [images[name] for name in names]
    index = ImageIndex.of(images)
    found = {name: index.find(name) for name in names}
    _check_found(images, found)
    paths = [found[name][0] for name in names]
    repeated = [path for path, count in Counter(paths).items() if count > 1]
    if repeated:
        sentence = f"More than one row of {table.path.name} means the file {repeated[0].name}."
        raise ImageRepeated(sentence, value=str(repeated[0]))
    return paths


def _check_found(images: Path, found: Mapping[str, Sequence[Path]]) -> None:
    absent = [name for name, paths in found.items() if not paths]
    if absent:
        sentence = (
            f"{len(absent)} of {len(found)} images are not in {images}: {quoted(absent[:5])}"
            f"{' and others' if len(absent) > 5 else ''}."
        )
        raise ImagesMissing(sentence, value=absent)
    for name, paths in found.items():
        if len(paths) > 1:
            files = quoted([path.relative_to(images).as_posix() for path in paths[:5]])
            sentence = f"The image '{name}' could be any of {files}; give its relative path."
            raise ImagesMissing(sentence, value=name)
