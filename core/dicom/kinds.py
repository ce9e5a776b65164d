"""How a picture was taken, which decides what object it becomes."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """How the picture was taken."""

    DERMOSCOPIC = "dermoscopic"
    PHOTOGRAPHIC = "photographic"
