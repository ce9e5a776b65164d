"""Column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum, String
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
