"""Images that somebody has marked: favourites, and those of a collection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Column, Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from core.cases.records import now
from core.learning.store.records import ImageMark
from core.learning.store.tables import COLLECTED, FAVOURITES
from core.sql.kinds import rows_of


@dataclass(frozen=True, slots=True)
class Marks:
    """A table of marked images.

    Parameters
    ----------
    table : Table
        Which.
    owner : Column
        Whose they are.
    """

    table: Table
    owner: Column[str]

    def of(self, connection: Connection, owner: str) -> tuple[ImageMark, ...]:
        """Read them, those marked first coming first."""
        columns = self.table.c
        query = select(columns.sha256, columns.atlas).where(self.owner == owner)
        rows = rows_of(connection, query.order_by(columns.created, columns.sha256))
        return tuple(ImageMark(sha256, atlas) for sha256, atlas in rows)

    def add(self, connection: Connection, owner: str, marks: Iterable[ImageMark]) -> None:
        """Mark images; those that are marked stay so."""
        moment, step = now(), timedelta(microseconds=1)  # so that they stay in order
        rows = [
            {
                self.owner.name: owner,
                "sha256": one.sha256,
                "atlas": one.atlas,
                "created": moment + place * step,
            }
            for place, one in enumerate(marks)
        ]
        if rows:
            connection.execute(insert(self.table).on_conflict_do_nothing(), rows)

    def remove(self, connection: Connection, owner: str, sha256s: Iterable[str]) -> None:
        """Unmark images; those that are not marked are no error."""
        for sha256 in sha256s:
            mine = (self.owner == owner) & (self.table.c.sha256 == sha256)
            connection.execute(delete(self.table).where(mine))


FAVOURITE_MARKS = Marks(FAVOURITES, FAVOURITES.c.profile_id)
COLLECTED_MARKS = Marks(COLLECTED, COLLECTED.c.collection_id)
