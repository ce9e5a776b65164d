"""Deleting for good: the rows, and the originals that nobody refers to any more.

Rows go first, with a note of which originals go with them; files cannot be part of a transaction.
What a kill prevents is made up for when the store is opened next.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, insert, literal, select

from core.cases.database import Database
from core.cases.drafts import drop_orphans
from core.cases.image_store import ImageStore
from core.cases.kinds import repository_of
from core.cases.records import Lesion, Patient, Record, StoredImage, Visit
from core.cases.revisions import lock_all
from core.cases.tables import IMAGES, LESIONS, REMOVALS

_OWNERS: Final = (Patient, Lesion, Visit, StoredImage)


def remove(connection: Connection, record: Record) -> None:
    """Delete a record and all that belongs to it, drafts too, and note which originals go."""
    lock_all(connection)
    if isinstance(record, _OWNERS):
        _note_originals(connection, _images_of(record))
    repository_of(type(record)).remove(connection, record.id)
    if isinstance(record, (Patient, Lesion)):
        drop_orphans(connection)  # not with a note: taking it back may be undone


def sweep(database: Database, images: ImageStore) -> None:
    """Remove what is noted for removal; where there is nothing, nothing is written."""
    with database.reading() as connection:
        if not originals_wait(connection):
            return
    with database.writing() as connection:
        remove_originals(connection, images)


def originals_wait(connection: Connection) -> bool:
    """Tell whether an original is noted for removal."""
    return connection.execute(select(REMOVALS.c.sha256).limit(1)).first() is not None


def remove_originals(connection: Connection, images: ImageStore) -> None:
    """Remove the noted originals from the disk, but those that somebody has brought in again."""
    lock_all(connection)
    for sha256 in connection.execute(select(REMOVALS.c.sha256)).scalars().all():
        if not is_used(connection, sha256):
            images.remove(sha256)
        connection.execute(delete(REMOVALS).where(REMOVALS.c.sha256 == sha256))


def is_used(connection: Connection, sha256: str) -> bool:
    """Tell whether an image refers to an original."""
    query = select(literal(1)).where(IMAGES.c.sha256 == sha256).limit(1)
    return connection.execute(query).first() is not None


def _images_of(record: Record) -> ColumnElement[bool]:
    match record:
        case Patient():
            lesions = select(LESIONS.c.id).where(LESIONS.c.patient_id == record.id)
            return IMAGES.c.lesion_id.in_(lesions)
        case Lesion():
            return IMAGES.c.lesion_id == record.id
        case Visit():
            return IMAGES.c.visit_id == record.id
        case _:
            return IMAGES.c.id == record.id


def _note_originals(connection: Connection, condition: ColumnElement[bool]) -> None:
    noted = set(connection.execute(select(REMOVALS.c.sha256)).scalars())
    going = set(connection.execute(select(IMAGES.c.sha256).where(condition)).scalars()) - noted
    if going:
        connection.execute(insert(REMOVALS), [{"sha256": sha256} for sha256 in sorted(going)])
