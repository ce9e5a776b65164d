"""What to look for under the dermatoscope: criteria of each diagnosis, and what tells two apart.

Texts are our own words for what the named sources describe. They stand in code and not in a data
file, as the taxonomy does, so that their translations are collected and checked with all others.
"""

from __future__ import annotations

from core.atlas.criteria.criterion import Criterion, Difference, Source
from core.atlas.criteria.reading import criteria_of, difference_between, look_alikes

__all__ = [
    "Criterion",
    "Difference",
    "Source",
    "criteria_of",
    "difference_between",
    "look_alikes",
]
