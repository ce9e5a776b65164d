"""The tables of what users learn. What changes here needs a migration; a test compares them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from core.cases.columns import ID, SHA256, Moment

REVISION: Final = "0002"
"""Migration that makes exactly these tables."""

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _common() -> tuple[Column[Any], ...]:
    return (
        Column("id", ID, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("created", Moment, nullable=False),
        Column("changed", Moment, nullable=False),
    )


def _of(table: str, *, primary: bool = False) -> Column[str]:
    """Refer to a table; the row goes with what it refers to."""
    target = ForeignKey(f"{table}.id", ondelete="CASCADE")
    name = f"{table.removesuffix('s')}_id"
    return Column(name, ID, target, nullable=False, index=not primary, primary_key=primary)


def _image() -> tuple[Column[Any], ...]:
    return (
        Column("sha256", SHA256, primary_key=True),
        Column("atlas", Text, nullable=False),
        Column("created", Moment, nullable=False),
    )


PROFILES: Final = Table(
    "profiles", METADATA, *_common(), Column("name", Text, nullable=False, unique=True)
)
FAVOURITES: Final = Table("favourites", METADATA, _of("profiles", primary=True), *_image())
COLLECTIONS: Final = Table(
    "collections",
    METADATA,
    *_common(),
    _of("profiles"),
    Column("name", Text, nullable=False),
    UniqueConstraint("profile_id", "name"),
)
COLLECTED: Final = Table("collected", METADATA, _of("collections", primary=True), *_image())
SESSIONS: Final = Table(
    "sessions",
    METADATA,
    *_common(),
    _of("profiles"),
    Column("atlas", Text, nullable=False),
    Column("plan", JSON, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("ended", Moment),
)
ANSWERS: Final = Table(
    "answers",
    METADATA,
    *_common(),
    _of("profiles"),
    _of("sessions"),
    Column("number", Integer, nullable=False),
    Column("sha256", SHA256, nullable=False, index=True),
    Column("atlas", Text, nullable=False),
    Column("lesion", Text, nullable=False),
    Column("truth", Text, nullable=False),
    Column("confirmation", Text, nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("code", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("malignant", Boolean),
    Column("truth_malignant", Boolean),
    Column("seconds", Float, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("finding", Text, nullable=False),
    Column("probabilities", JSON, nullable=False),
    # Nobody answers a question twice.
    UniqueConstraint("session_id", "number"),
)
