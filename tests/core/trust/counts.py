"""Counts that can be added up by hand: three classes, four sites."""

from __future__ import annotations

from core.trust.counts import Cell, EvidenceCounts
from core.trust.patient import AgeGroup

YOUNG, OLD = AgeGroup.UNDER_30, AgeGroup.FROM_70
COUNTS = EvidenceCounts(
    edges=(0.5, 0.7),
    cells=(
        Cell("mel", 0, None, None, "mel", 3),
        Cell("mel", 1, "back", OLD, "mel", 9),
        Cell("mel", 1, "back", OLD, "nv", 4),
        Cell("mel", 1, "back", YOUNG, "nv", 2, 1),
        Cell("mel", 1, "face", OLD, "bkl", 3),
        Cell("mel", 0, "face", YOUNG, "mel", 8),
        Cell("mel", 0, "face", YOUNG, "nv", 4),
        Cell("mel", 2, "face", OLD, "mel", 10),
        Cell("nv", 2, "back", YOUNG, "nv", 40, 35),
        Cell("nv", 1, "back", YOUNG, "nv", 30, 10),
        Cell("nv", 1, "back", YOUNG, "mel", 2),
        Cell("bkl", 0, "lower extremity", OLD, "bkl", 2),
    ),
)
