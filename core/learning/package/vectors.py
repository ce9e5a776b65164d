"""Cuts embeddings apart that a stranger may have written."""

from __future__ import annotations

from typing import Final

import numpy as np

SIZE: Final = 2
"""Bytes of a float16."""


def rows_of(data: bytes, *, channels: int, rows: int) -> list[bytes] | None:
    """Cut embeddings apart; None where they are not so many, or no directions in space."""
    if len(data) != SIZE * channels * rows:
        return None
    vectors = np.frombuffer(data, "<f2").reshape(rows, channels)
    usable = np.isfinite(vectors).all() and vectors.any(axis=1).all()
    return [row.tobytes() for row in vectors] if usable else None
