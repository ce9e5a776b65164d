"""Whether a lesion is malignant, beside what was said to that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add its column; of earlier answers nobody knows."""
    op.add_column("answers", sa.Column("truth_malignant", sa.Boolean(), nullable=True))
