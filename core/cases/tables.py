"""The tables of the case store. What changes here needs a migration; a test compares them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from core.cases.commitment import Confidence
from core.cases.fields import BodySite, BodyView, DiagnosisKind, ScaleSource, Sex, Side
from core.checklists.kinds import ChecklistKind
from core.sql.columns import ID, SHA256, Moment, Truth, common, named, part_of, tables_metadata

REVISION: Final = "0004"
"""Migration that makes exactly these tables, so that a store that is up to date opens without the
machinery of migrations."""

METADATA: Final = tables_metadata()


PATIENTS: Final = Table(
    "patients",
    METADATA,
    *common(),
    Column("pseudonym", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("birth_year", Integer),
    Column("sex", named(Sex)),
    Column("skin_type", Integer),
    Column("folded", Text, nullable=False),
)
LESIONS: Final = Table(
    "lesions",
    METADATA,
    *common(),
    part_of("patients"),
    Column("label", Text, nullable=False),
    Column("site", named(BodySite), index=True),
    Column("side", named(Side)),
    Column("view", named(BodyView)),
    Column("x", Float),
    Column("y", Float),
    Column("folded", Text, nullable=False),
    Index(None, "changed", "id"),
)
VISITS: Final = Table(
    "visits",
    METADATA,
    *common(),
    part_of("patients"),
    Column("day", Date, nullable=False, index=True),
)
IMAGES: Final = Table(
    "images",
    METADATA,
    *common(),
    part_of("lesions"),
    part_of("visits"),
    Column("sha256", SHA256, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("mm_per_pixel", Float),
    Column("scale_source", named(ScaleSource)),
)
ANALYSES: Final = Table(
    "analyses",
    METADATA,
    *common(),
    part_of("images"),
    Column("model_name", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("model_sha256", SHA256, nullable=False),
    Column("finding", String(64), nullable=False, index=True),
    Column("probability", Float, nullable=False),
    Column("malignant", Float, nullable=False),
    Column("content", JSON, nullable=False),
)
NOTES: Final = Table(
    "notes",
    METADATA,
    *common(),
    part_of("patients"),
    part_of("lesions", nullable=True),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("folded", Text, nullable=False),
)
DIAGNOSES: Final = Table(
    "diagnoses",
    METADATA,
    *common(),
    part_of("lesions"),
    Column("kind", named(DiagnosisKind), nullable=False),
    Column("code", String(64), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("source", Text, nullable=False),
    Column("folded", Text, nullable=False),
)
CHECKLISTS: Final = Table(
    "checklists",
    METADATA,
    *common(),
    part_of("lesions"),
    # What was judged stays judged when its image is deleted.
    Column("image_id", ID, ForeignKey("images.id", ondelete="SET NULL"), index=True),
    Column("kind", named(ChecklistKind), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("day", Date, nullable=False),
    Column("source", Text, nullable=False),
)
COMMITMENTS: Final = Table(
    "commitments",
    METADATA,
    *common(),
    # Of the image itself, whether it is in a case or not.
    Column("sha256", SHA256, nullable=False, unique=True),
    Column("malignant", Truth),
    Column("code", String(64), nullable=False),
    Column("confidence", named(Confidence)),
    Column("final_malignant", Truth),
    Column("final_code", String(64), nullable=False),
    Column("final_confidence", named(Confidence)),
    Column("finding", String(64), nullable=False),
    Column("finding_malignant", Truth, nullable=False),
    Column("probability", Float, nullable=False),
    Column("novel", Truth, nullable=False),
    Column("model_name", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("model_sha256", SHA256, nullable=False),
)
DRAFTS: Final = Table(
    "drafts",
    METADATA,
    Column("key", String(128), primary_key=True),
    Column("text", Text, nullable=False),
    Column("changed", Moment, nullable=False),
)
"""What somebody is writing and has not saved yet."""
REMOVALS: Final = Table("removals", METADATA, Column("sha256", SHA256, primary_key=True))
"""Originals that nobody refers to any more and that are still to be removed from the disk."""
AUDIT: Final = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("moment", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("act", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("previous", SHA256, nullable=False),
    Column("checksum", SHA256, nullable=False),
)
"""Who saw, gave out and deleted what; the database lets nobody change or remove its rows."""
