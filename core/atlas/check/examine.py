"""Looks at all parts of an atlas, and opens it as far as it can."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from core.atlas.check.flaw import Flaw, Problem
from core.atlas.check.salvage import (
    readable_origins,
    readable_pairs,
    readable_rows,
    readable_skipped,
    readable_vectors,
    salvaged,
)
from core.atlas.description import FILE, Description, read_description
from core.atlas.item import AtlasItem, Pair, Skipped
from core.atlas.library import item_of
from core.errors import AtlasError, AtlasMissing, AtlasUnsupported
from core.language import counted, say


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """What can be read of an atlas.

    Parameters
    ----------
    folder : Path
        Where it lies.
    description : Description, optional
        What it says of itself; None where that cannot be read.
    problems : tuple of Problem
        What is wrong, but for the images themselves: see `check_images`.
    items : tuple of AtlasItem
        Those that can be read.
    vectors : mapping of int to bytes
        Their embeddings, by id; empty unless all can be read.
    pairs : tuple of Pair
        What shows the same, among these items.
    skipped : tuple of Skipped
        What was left out when it was built.
    origins : mapping of int to Path
        Where copied images lay, by id of these items.
    """

    folder: Path
    description: Description | None
    problems: tuple[Problem, ...]
    items: tuple[AtlasItem, ...]
    vectors: Mapping[int, bytes]
    pairs: tuple[Pair, ...]
    skipped: tuple[Skipped, ...]
    origins: Mapping[int, Path]


@dataclass(frozen=True, slots=True, eq=False)
class _Content:
    """What can be read of the file with the items, as in `Examined`."""

    items: Sequence[AtlasItem]
    vectors: Mapping[int, bytes]
    pairs: Sequence[Pair]
    skipped: Sequence[Skipped]
    origins: Mapping[int, Path]


_NOTHING: Final = _Content((), {}, (), (), {})


def examine(folder: Path) -> Examined:
    """Open an atlas as far as it can be opened.

    Raises
    ------
    AtlasMissing
        If there is none.
    AtlasUnsupported
        If a newer version of Lentigo wrote it.
    """
    problems: list[Problem] = []
    description = _description(folder, problems)
    file = _library(folder, description, problems)
    content = _NOTHING if file is None else _content(file, folder, problems)
    items, vectors = content.items, content.vectors
    if file is not None and description is not None:
        problems += _losses(file, description, items, vectors)
    there = {item.id for item in items}
    return Examined(
        folder,
        description,
        tuple(problems),
        tuple(items),
        vectors if description is not None and _whole(description, items, vectors) else {},
        tuple(pair for pair in content.pairs if {pair.first, pair.second} <= there),
        tuple(content.skipped),
        {number: path for number, path in content.origins.items() if number in there},
    )


def check_images(
    items: Sequence[AtlasItem], *, progress: Callable[[int], None] = lambda _: None
) -> Iterator[Problem]:
    """Check that the file of each item is there and what it was.

    Parameters
    ----------
    items : sequence of AtlasItem
        Of an atlas.
    progress : callable
        Told how many are done.
    """
    for count, item in enumerate(items, start=1):
        problem = _image_problem(item)
        if problem is not None:
            yield problem
        progress(count)


def _description(folder: Path, problems: list[Problem]) -> Description | None:
    try:
        return read_description(folder)
    except AtlasUnsupported:
        raise
    except AtlasError as error:
        if isinstance(error, AtlasMissing) and not any(folder.glob("library-*.sqlite")):
            raise
        words = say("What the atlas says of itself cannot be read: its name, licence and model.")
        problems.append(Problem(Flaw.DESCRIPTION, folder / FILE, words))
        return None


def _library(folder: Path, description: Description | None, problems: list[Problem]) -> Path | None:
    """Find the file with the items, and say what is wrong with it."""
    found = sorted(folder.glob("library-*.sqlite"), key=lambda path: path.stat().st_size)
    named = folder / description.library if description else None
    if named is not None and not named.is_file():
        words = say("The file with the items is missing.")
        problems.append(Problem(Flaw.LIBRARY, named, words))
    file = named if named is not None and named.is_file() else (found[-1] if found else None)
    if file is not None and file == named and description is not None:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        if digest != description.library_sha256:
            words = say("The file with the items is not the one that was written.")
            problems.append(Problem(Flaw.LIBRARY, file, words))
    return file


def _content(file: Path, folder: Path, problems: list[Problem]) -> _Content:
    try:
        with salvaged(file) as connection:
            rows = readable_rows(connection, size=file.stat().st_size)
            items = [item_of(row, folder) for row in rows]
            return _Content(
                items,
                readable_vectors(connection, [item.id for item in items]),
                readable_pairs(connection),
                readable_skipped(connection, folder),
                readable_origins(connection, folder),
            )
    except sqlite3.Error:
        problems.append(Problem(Flaw.ROWS, file, say("No item can be read any more.")))
        return _NOTHING


def _losses(
    file: Path,
    description: Description,
    items: Sequence[AtlasItem],
    vectors: Mapping[int, bytes],
) -> Iterator[Problem]:
    lost = description.images - len(items)
    if items and lost > 0:
        words = counted(
            "{count:,} item cannot be read any more.",
            "{count:,} items cannot be read any more.",
            count=lost,
        )
        yield Problem(Flaw.ROWS, file, words)
    if items and not _whole(description, items, vectors) and description.model is not None:
        words = say("The embeddings are not whole, so nothing similar can be found.")
        yield Problem(Flaw.EMBEDDINGS, file, words)


def _whole(
    description: Description, items: Sequence[AtlasItem], vectors: Mapping[int, bytes]
) -> bool:
    """Whether each item has an embedding of the right length, made of numbers."""
    if description.model is None or not items:
        return False
    length = 2 * description.model.channels
    if any(len(vectors.get(item.id, b"")) != length for item in items):
        return False
    return bool(np.isfinite(np.frombuffer(b"".join(vectors.values()), "<f2")).all())


def _image_problem(item: AtlasItem) -> Problem | None:
    try:
        with item.path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return Problem(Flaw.IMAGE_MISSING, item.path, say("The image file is missing."))
    except OSError:
        return Problem(Flaw.IMAGE_UNREADABLE, item.path, say("The image file cannot be read."))
    if digest != item.sha256:
        words = say("The image file is not what it was when it was brought in.")
        return Problem(Flaw.IMAGE_CHANGED, item.path, words)
    return None
