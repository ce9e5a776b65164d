"""What clinicians said about images before they saw the finding."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "commitments",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("malignant", sa.Boolean(), nullable=True),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("confidence", sa.String(length=32), nullable=True),
        sa.Column("final_malignant", sa.Boolean(), nullable=True),
        sa.Column("final_code", sa.String(length=64), nullable=False),
        sa.Column("final_confidence", sa.String(length=32), nullable=True),
        sa.Column("finding", sa.String(length=64), nullable=False),
        sa.Column("finding_malignant", sa.Boolean(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("novel", sa.Boolean(), nullable=False),
        sa.Column("model_name", sa.Text(), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("model_sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sa.UniqueConstraint("sha256", name=op.f("uq_commitments_sha256")),
    )
