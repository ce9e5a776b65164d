"""A folder for each class, perhaps once for training and once for testing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.datasets.naming import class_codes, side_of
from core.datasets.sample import Dataset, Sample
from core.datasets.statement import read_statement
from core.errors import DatasetError
from core.images import find_images
from core.language import say
from core.reasons import why


def read_class_folders(folder: Path) -> Dataset:
    """Read a set whose folders are its classes.

    Parameters
    ----------
    folder : Path
        Holds a folder for each class, or folders such as ``Train`` and ``Test`` that do. Names may
        be those of published sets, in English or Indonesian, with numbers before and counts
        behind: see `core.datasets.naming.class_codes`.

    Returns
    -------
    Dataset
        ``origin`` is the side, where there are sides.

    Raises
    ------
    DatasetError
        If there are not two classes, one has no images, or two folders mean the same one.
    """
    statement = read_statement(folder)
    places = [(side, tuple(_folders(place))) for side, place in _sides(folder)]
    codes = class_codes(
        [[one.name for one in classes] for _, classes in places], statement=statement
    )
    if len(set(codes.values())) < 2:
        raise DatasetError(_too_few(folder), value=folder)
    samples = tuple(
        Sample(path.relative_to(folder).as_posix(), path, codes[one.name], origin=side)
        for side, classes in places
        for one in classes
        for path in _images(one)
    )
    return Dataset(folder=folder, statement=statement, samples=samples)


def _sides(folder: Path) -> list[tuple[str, Path]]:
    found = [(side_of(place.name), place) for place in _folders(folder)]
    return [(side, place) for side, place in found if side] or [("", folder)]


def _folders(place: Path) -> Iterator[Path]:
    try:
        children = sorted(place.iterdir())
    except OSError as error:
        raise DatasetError(
            say("{place} cannot be read: {reason}.", place=place, reason=why(error)),
            value=place,
        ) from error
    return (child for child in children if child.is_dir() and not child.name.startswith("."))


def _images(class_folder: Path) -> list[Path]:
    paths = sorted(find_images([class_folder]))
    if not paths:
        raise DatasetError(
            say("The class folder {class_folder} holds no images.", class_folder=class_folder),
            value=class_folder,
        )
    return paths


def _too_few(folder: Path) -> str:
    inner = [place.name for place in _folders(folder)]
    words = say("{folder} holds fewer than two folders of classes.", folder=folder)
    if len(inner) != 1:
        return words
    return say("{words} Is the data set its folder {inner!r}?", words=words, inner=inner[0])
