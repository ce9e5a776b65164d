"""Whether a store is what it says: database, rows and originals."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, LargeBinary, cast, func, select, text

from core.cases.database import Database
from core.cases.image_store import ImageStore
from core.cases.progress import Progress, nobody
from core.cases.revisions import lock_all
from core.cases.tables import IMAGES, LESIONS, METADATA
from core.errors import FileMissing, StoreDamaged
from core.language import say
from core.sql.kinds import misfits


@dataclass(frozen=True, slots=True)
class Health:
    """What was found.

    Parameters
    ----------
    database : tuple of str
        What the database complains of.
    missing, changed, strangers : tuple of str
        Checksums of originals that are not there and that are not what they were, and names of
        files that no image refers to.
    images : int
        How many originals there should be.
    lesions : int
        How many lesions there are, with an image or without.
    """

    database: tuple[str, ...]
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    strangers: tuple[str, ...]
    images: int
    lesions: int

    @property
    def good(self) -> bool:
        """Whether nothing is lost; a stranger is none."""
        return not (self.database or self.missing or self.changed)


def examine(
    database: Database, images: ImageStore, *, deep: bool = False, progress: Progress = nobody
) -> Health:
    """Compare database and disk.

    Parameters
    ----------
    database, images
        Of the store.
    deep : bool
        Whether the bytes of every original are read and compared with its checksum.
    progress : callable, optional
        Called with how many originals are done, and how many there are.

    Raises
    ------
    StoreError
        If the store cannot be read at all.
    """
    with database.reading() as connection:
        complaints = _complaints(connection)
        # As bytes: what is no text is among the complaints, and nothing else goes unseen for it.
        stored = connection.execute(select(cast(IMAGES.c.sha256, LargeBinary))).scalars()
        wanted = sorted({one.decode(errors="replace") for one in stored})
        lesions = connection.execute(select(func.count()).select_from(LESIONS)).scalar_one()
    missing, changed = [], []
    for done, sha256 in enumerate(wanted):
        progress(done, len(wanted))
        try:
            _look(images, sha256, deep=deep)
        except FileMissing:
            missing.append(sha256)
        except StoreDamaged:
            changed.append(sha256)
    progress(len(wanted), len(wanted))
    strangers = sorted(set(images.names()) - {images.name(sha256) for sha256 in wanted})
    return Health(
        tuple(complaints), tuple(missing), tuple(changed), tuple(strangers), len(wanted), lesions
    )


def remove_strangers(database: Database, images: ImageStore) -> int:
    """Remove originals that no image refers to, as a kill can leave them; say how many."""
    with database.writing() as connection:
        lock_all(connection)
        used = {images.name(one) for one in connection.execute(select(IMAGES.c.sha256)).scalars()}
        strangers = [name for name in images.names() if name not in used]
        for name in strangers:
            images.remove_named(name)
    return len(strangers)


def _complaints(connection: Connection) -> list[str]:
    """Ask SQLite what is wrong with its file; a server looks after its own."""
    if connection.dialect.name != "sqlite":
        return []
    # SQLCipher's, of the seal on every page; SQLite knows no such pragma, and gives no rows.
    sealed = connection.execute(text("PRAGMA cipher_integrity_check"))
    if sealed.returns_rows and (broken_seals := list(sealed.scalars())):
        return [str(line) for line in broken_seals]
    said = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    return (
        [line for line in said if line != "ok"]
        + [
            say(
                "A row of {table} refers to one of {other} that is not there.",
                table=row[0],
                other=row[2],
            )
            for row in broken
        ]
        + [one.words for one in misfits(connection, METADATA)]
    )


def _look(images: ImageStore, sha256: str, *, deep: bool) -> None:
    if deep:
        images.require_whole(sha256)
    elif not images.path(sha256).is_file():
        raise FileMissing(say("not there"), value=sha256)
