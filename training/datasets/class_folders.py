"""A folder for each class, perhaps once for training and once for testing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.images import find_images
from core.taxonomy import known_class
from core.taxonomy.known import plain_name
from training.datasets.sample import Dataset, Sample
from training.datasets.statement import read_statement
from training.errors import DatasetError

_SIDES = {
    "train": "train",
    "training": "train",
    "latih": "train",
    "valid": "validation",
    "val": "validation",
    "validation": "validation",
    "validasi": "validation",
    "test": "test",
    "testing": "test",
    "uji": "test",
}


def read_class_folders(folder: Path) -> Dataset:
    """Read a set whose folders are its classes.

    Parameters
    ----------
    folder : Path
        Holds a folder for each class, or folders such as ``Train`` and ``Test`` that do. Names may
        be those of published sets, in English or Indonesian, with numbers before and counts
        behind: `core.taxonomy.known_class` tells which class is meant, and an unknown name
        becomes a class of its own.

    Returns
    -------
    Dataset
        ``origin`` is the side, where there are sides.

    Raises
    ------
    DatasetError
        If there are not two classes, or one has no images.
    """
    sides = _sides(folder)
    samples = tuple(
        sample
        for side, place in sides.items()
        for class_folder in _folders(place)
        for sample in _samples(folder, class_folder, side=side)
    )
    if len({sample.code for sample in samples}) < 2:
        raise DatasetError(
            f"{folder} holds fewer than two folders of classes with images in them.", value=folder
        )
    return Dataset(folder=folder, statement=read_statement(folder), samples=samples)


def class_code(name: str) -> str:
    """Code of the class that a folder or a label names.

    Raises
    ------
    DatasetError
        If the name has no letters or digits to make a code of.
    """
    known = known_class(name)
    if known is not None:
        return known.code
    code = plain_name(name).encode("ascii", "ignore").decode().replace(" ", "_").strip("_")
    if not code:
        raise DatasetError(f"{name!r} cannot be the name of a class.", value=name)
    return code


def _sides(folder: Path) -> dict[str, Path]:
    found = {
        _SIDES[place.name.casefold()]: place
        for place in _folders(folder)
        if place.name.casefold() in _SIDES
    }
    return found or {"": folder}


def _folders(place: Path) -> Iterator[Path]:
    try:
        children = sorted(place.iterdir())
    except OSError as error:
        raise DatasetError(f"{place} cannot be read: {error.strerror}.", value=place) from error
    return (child for child in children if child.is_dir() and not child.name.startswith("."))


def _samples(root: Path, class_folder: Path, *, side: str) -> Iterator[Sample]:
    code = class_code(class_folder.name)
    paths = sorted(find_images([class_folder]))
    if not paths:
        raise DatasetError(f"The class folder {class_folder} holds no images.", value=class_folder)
    for path in paths:
        yield Sample(path.relative_to(root).as_posix(), path, code, origin=side)
