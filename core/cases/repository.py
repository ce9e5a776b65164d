"""One kind of record in its table: added, read, changed by whoever has seen its last version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, delete, insert, select, update

from core.cases.folding import folded
from core.cases.records import Record, now
from core.errors import ChangedMeanwhile, NotInStore
from core.language import say
from core.sql.kinds import rows_of

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Repository(Generic[R]):
    """How one kind of record is kept.

    Parameters
    ----------
    kind : type
        The record.
    table : Table
        Its table.
    noun : str
        What a user calls it.
    searched : tuple of str
        Fields that a search for text looks into.
    """

    kind: type[R]
    table: Table
    noun: str
    searched: tuple[str, ...] = ()

    def add(self, connection: Connection, record: R) -> R:
        """Keep a new record."""
        connection.execute(insert(self.table).values(self._row(record)))
        return record

    def get(self, connection: Connection, record_id: str) -> R:
        """Read a record.

        Raises
        ------
        NotInStore
            If there is none with this id.
        """
        found = self.find(connection, self.table.c.id == record_id)
        if not found:
            raise NotInStore(
                say("This {noun} has been deleted meanwhile.", noun=say(self.noun)), value=record_id
            )
        return found[0]

    def find(
        self,
        connection: Connection,
        *conditions: ColumnElement[bool],
        order: Sequence[ColumnElement[Any]] = (),
    ) -> list[R]:
        """Read all records that fulfil some conditions, by default the oldest first."""
        by = order or (self.table.c.created, self.table.c.id)
        rows = rows_of(connection, select(self.table).where(*conditions).order_by(*by))
        return [self.record(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name

    def save(self, connection: Connection, record: R) -> R:
        """Keep a changed record.

        Parameters
        ----------
        connection : Connection
            Writing.
        record : R
            With the version that its author has seen.

        Returns
        -------
        R
            As it is now kept: its version is one more.

        Raises
        ------
        ChangedMeanwhile
            If somebody else has changed it since; `value` is theirs, and nothing is written.
        NotInStore
            If it has been deleted since.
        """
        kept = replace(record, version=record.version + 1, changed=now())
        seen = (self.table.c.id == record.id) & (self.table.c.version == record.version)
        done = connection.execute(update(self.table).where(seen).values(self._row(kept)))
        if done.rowcount != 1:
            theirs = self.get(connection, record.id)
            raise ChangedMeanwhile(
                say(
                    "Somebody else has changed this {noun} since you opened it. Nothing was "
                    "overwritten: compare both, and save what is right.",
                    noun=say(self.noun),
                ),
                value=theirs,
            )
        return kept

    def remove(self, connection: Connection, record_id: str) -> None:
        """Delete a record and what belongs to it; one that is gone is no error."""
        connection.execute(delete(self.table).where(self.table.c.id == record_id))

    def record(self, row: RowMapping) -> R:
        """Make a record of a row of its table."""
        return self.kind(**{field.name: row[field.name] for field in fields(self.kind)})

    def _row(self, record: R) -> dict[str, Any]:
        row = asdict(record)
        if self.searched:
            row["folded"] = folded(*(str(row[name]) for name in self.searched))
        return row
