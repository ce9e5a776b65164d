"""Fetches images from the archive into a folder, and goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import ArchiveAnswerError
from core.isic.client import Client
from core.isic.names import levels_of
from core.isic.record import Record
from core.isic.shelf import Shelf
from core.isic.wanted import Wanted

_FAILURES: Final = 20
"""Images in a row that cannot be had, after which the archive is taken to be broken."""


@dataclass(slots=True)
class Fetched:
    """What came of it.

    Parameters
    ----------
    there : int
        Images in the folder.
    new : int
        Of them, fetched now.
    unlabelled : int
        Images of the answers that have no diagnosis, and so are of no use here.
    failed : dict of str to str
        Images that could not be had, and why.
    """

    there: int
    new: int
    unlabelled: int
    failed: dict[str, str]


def fetch(
    wanted: Wanted,
    client: Client,
    *,
    folder: Path,
    progress: Callable[[int], None] = lambda _: None,
) -> Fetched:
    """Fetch images until there are as many as are wanted.

    Parameters
    ----------
    wanted : Wanted
        Which, and how many.
    client : Client
        The archive.
    folder : Path
        Keeps them; what it has already is not fetched again.
    progress : callable
        Told how many there are.

    Raises
    ------
    ArchiveError
        If the archive cannot be reached, or does not answer as it should; what came is kept.
    OutputError
        If the folder cannot be written.
    """
    shelf = Shelf(folder)
    told = Fetched(len(shelf), 0, 0, {})
    try:
        in_a_row = 0
        offered = _offered(wanted, client, shelf, told)
        while len(shelf) < wanted.number and (record := next(offered, None)) is not None:
            in_a_row = 0 if _keep(record, client, shelf, told) else in_a_row + 1
            if in_a_row == _FAILURES:
                raise ArchiveAnswerError(told.failed[record.isic_id])
            progress(len(shelf))
    finally:
        shelf.finish()
        told.there = len(shelf)
    return told


def _offered(wanted: Wanted, client: Client, shelf: Shelf, told: Fetched) -> Iterator[Record]:
    """Go through the images that are wanted and not there; the folder is whole at each page."""
    for page in client.pages(wanted.query):
        for record in page.results:
            if record.isic_id in shelf or not wanted.admits(record):
                continue
            if levels_of(record.metadata.clinical):
                yield record
            else:
                told.unlabelled += 1
        shelf.finish()


def _keep(record: Record, client: Client, shelf: Shelf, told: Fetched) -> bool:
    try:
        data = client.image(record)
    except ArchiveAnswerError as error:
        told.failed[record.isic_id] = error.message
        return False
    shelf.add(record, data)
    told.new += 1
    return True
