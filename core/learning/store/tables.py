"""The tables of what users learn. What changes here needs a migration; a test compares them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    Float,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from core.sql.columns import SHA256, Moment, Truth, common, part_of, tables_metadata

REVISION: Final = "0002"
"""Migration that makes exactly these tables."""

METADATA: Final = tables_metadata()


def _image() -> tuple[Column[Any], ...]:
    return (
        Column("sha256", SHA256, primary_key=True),
        Column("atlas", Text, nullable=False),
        Column("created", Moment, nullable=False),
    )


PROFILES: Final = Table(
    "profiles", METADATA, *common(), Column("name", Text, nullable=False, unique=True)
)
FAVOURITES: Final = Table("favourites", METADATA, part_of("profiles", primary=True), *_image())
COLLECTIONS: Final = Table(
    "collections",
    METADATA,
    *common(),
    part_of("profiles"),
    Column("name", Text, nullable=False),
    UniqueConstraint("profile_id", "name"),
)
COLLECTED: Final = Table("collected", METADATA, part_of("collections", primary=True), *_image())
SESSIONS: Final = Table(
    "sessions",
    METADATA,
    *common(),
    part_of("profiles"),
    Column("atlas", Text, nullable=False),
    Column("plan", JSON, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("ended", Moment),
)
ANSWERS: Final = Table(
    "answers",
    METADATA,
    *common(),
    part_of("profiles"),
    part_of("sessions"),
    Column("number", Integer, nullable=False),
    Column("sha256", SHA256, nullable=False, index=True),
    Column("atlas", Text, nullable=False),
    Column("lesion", Text, nullable=False),
    Column("truth", Text, nullable=False),
    Column("confirmation", Text, nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("code", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("malignant", Truth),
    Column("truth_malignant", Truth),
    Column("seconds", Float, nullable=False),
    Column("late", Truth, nullable=False),
    Column("finding", Text, nullable=False),
    Column("probabilities", JSON, nullable=False),
    # Nobody answers a question twice.
    UniqueConstraint("session_id", "number"),
)
