"""What stands in a database, compared with what may: SQLite keeps any value in any column."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import NoneType
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Enum,
    Float,
    Integer,
    MetaData,
    Row,
    Select,
    Table,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from core.language import say

OF_VALUES: Final = (AttributeError, LookupError, TypeError, ValueError)
"""What comes of reading a value that its column cannot hold, beside what SQLite itself finds."""
_NO_VALUE: Final = (TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that its column cannot hold.

    Parameters
    ----------
    table, column : str
        Where it stands.
    """

    table: str
    column: str

    @property
    def words(self) -> str:
        """What a user is told of it."""
        return say(
            "In a row of {table}, {column} cannot be read.", table=self.table, column=self.column
        )


def rows_of(connection: Connection, query: Select[Any]) -> Sequence[Row[Any]]:
    """Read rows whose values are of the kinds of their columns.

    Raises
    ------
    TypeError
        If one is not; other errors of the kind are SQLAlchemy's own.
    """
    rows = connection.execute(query).all()
    kinds = [_kinds(column.type) for column in query.selected_columns]
    known: set[tuple[type, ...]] = set()
    for row in rows:
        found = tuple(map(type, row))
        if found not in known:  # few are, and rows may be many
            for one, allowed in zip(found, kinds, strict=True):
                if one not in allowed:
                    raise TypeError(one)
            known.add(found)
    return rows


def misfits(connection: Connection, tables: MetaData) -> Iterator[Misfit]:
    """Find the columns of an SQLite database with values that they cannot hold, each once."""
    # An earlier version's database has fewer columns.
    query = "SELECT m.name, p.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p"
    there = set(connection.exec_driver_sql(query).tuples())
    for table in tables.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) not in there:
                continue
            if any(not _fits(column, *found) for found in _stored(connection, table, column)):
                yield Misfit(table.name, column.name)


def _stored(
    connection: Connection, table: Table, column: Column[Any]
) -> Iterator[tuple[str, bytes | None]]:
    """Read the values of a column as they lie there: what SQLite calls each, and its bytes."""
    name = f'"{column.name}"'
    query = f'SELECT DISTINCT typeof({name}), CAST({name} AS BLOB) FROM "{table.name}"'  # noqa: S608 - names of ours
    return ((kind, content) for kind, content in connection.exec_driver_sql(query))


def _fits(column: Column[Any], kind: str, content: bytes | None) -> bool:
    if content is None:
        return bool(column.nullable)
    known = _plain(column.type)
    try:
        return kind in _STORED.get(type(known), ("text",)) and _is_value(known, content.decode())
    except _NO_VALUE:
        return False


def _is_value(kind: TypeEngine[Any], said: str) -> bool:
    match kind:
        case Enum():
            return said in kind.enums
        case Boolean():
            return said in {"0", "1"}
        case JSON():
            return isinstance(json.loads(said), dict | list)
        case Date():
            date.fromisoformat(said)
        case DateTime():
            datetime.fromisoformat(said)
    return True


_STORED: Final[dict[type, tuple[str, ...]]] = {
    **dict.fromkeys((Boolean, Integer), ("integer",)),
    Float: ("real", "integer"),
}


def _plain(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    found = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return Integer() if isinstance(found, Integer) else found


def _kinds(kind: TypeEngine[Any]) -> frozenset[type]:
    """Of which kinds the values of a column are when they are read; none is one of them."""
    known = _plain(kind)
    if isinstance(known, Enum) and known.enum_class is not None:
        return frozenset({known.enum_class, NoneType})
    found = next((types for other, types in _READ.items() if isinstance(known, other)), (str,))
    return frozenset({*found, NoneType})


_READ: Final[dict[type, tuple[type, ...]]] = {
    Boolean: (bool, int),
    Integer: (int,),
    Float: (float, int),
    JSON: (dict, list),
    DateTime: (datetime,),
    Date: (date,),
}
