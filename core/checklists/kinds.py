"""Which checklists there are."""

from __future__ import annotations

from enum import StrEnum


class ChecklistKind(StrEnum):
    """As the store names them."""

    ABCD = "abcd"
    SEVEN_POINT = "seven-point"
