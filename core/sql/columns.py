"""Columns that mean the same on SQLite and PostgreSQL, and in every store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Integer,
    MetaData,
    String,
)
from sqlalchemy.types import TypeDecorator

_NAME_LENGTH = 32


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite itself would forget the time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn local times into UTC."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base's form
        """Give the time zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Truth(TypeDecorator[bool]):
    """Yes or no; SQLite itself would take any text for yes."""

    impl = Boolean
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], bool | None]:  # noqa: ARG002 - the base's form
        """Refuse what is neither."""

        def read(value: Any) -> bool | None:  # noqa: ANN401 - anything may stand there
            if value is not None and value not in {0, 1}:
                raise ValueError(value)
            return None if value is None else bool(value)

        return read


def named(kind: type[StrEnum]) -> Enum:
    """Type of a column that holds a member of an enum by its value.

    The database itself knows no such type: a new member needs no migration.
    """
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=_NAME_LENGTH,
        values_callable=lambda members: [member.value for member in members],
    )


ID = String(36)
"""A UUID in its usual form."""
SHA256 = String(64)
"""Hexadecimal."""


def tables_metadata() -> MetaData:
    """Begin a store's tables; constraints get the names that migrations know them by."""
    return MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def common() -> tuple[Column[Any], ...]:
    """Give the columns of every record."""
    return (
        Column("id", ID, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("created", Moment, nullable=False),
        Column("changed", Moment, nullable=False),
    )


def part_of(table: str, *, nullable: bool = False, primary: bool = False) -> Column[str]:
    """Refer to a table; the row goes with what it refers to.

    Parameters
    ----------
    table : str
        Its name, a plural.
    nullable : bool
        Whether it may belong to nothing.
    primary : bool
        Whether it is a part of the primary key, which is its index then.
    """
    return Column(
        f"{table.removesuffix('s')}_id",
        ID,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        nullable=nullable,
        index=not primary,
        primary_key=primary,
    )
