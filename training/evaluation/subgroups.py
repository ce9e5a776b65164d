"""The figures again, on images whose diagnosis was confirmed in a harder way.

In HAM10000 half of the nevi were confirmed by follow-up alone (serial imaging that showed no
change). Networks recognise nearly all of those, probably by how they were photographed, so figures
that include them flatter; every headline figure is therefore also given without them.

References
----------
.. [1] Tschandl, Rosendahl & Kittler, "The HAM10000 dataset", Sci. Data 5:180161 (2018).
   doi:10.1038/sdata.2018.161
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from training.labels import LabelledImage

COLUMN = "dx_type"
# HAM10000's own words and those of the ISIC archive.
HISTOPATHOLOGY = frozenset({"histo", "histopathology"})
FOLLOW_UP = frozenset({"follow_up", "serial imaging showing no change"})

SUBGROUPS: Mapping[str, Callable[[str], bool]] = {
    "histopathology_only": lambda confirmation: confirmation in HISTOPATHOLOGY,
    "without_follow_up": lambda confirmation: confirmation not in FOLLOW_UP,
}
TITLES = {
    "histopathology_only": "Histopathology only",
    "without_follow_up": "Without follow-up",
}


def by_follow_up(image: LabelledImage) -> bool:
    """Whether its diagnosis was confirmed by follow-up alone; no where the labels do not say."""
    return image.row.get(COLUMN, "").lower() in FOLLOW_UP


def subgroup_masks(images: Sequence[LabelledImage]) -> dict[str, NDArray[np.bool_]]:
    """Which images belong to each subgroup, shape (images,) each.

    Empty where the labels have no column ``dx_type``.
    """
    if not all(COLUMN in image.row for image in images):
        return {}
    confirmations = [image.row[COLUMN].lower() for image in images]
    return {
        name: np.array([belongs(confirmation) for confirmation in confirmations])
        for name, belongs in SUBGROUPS.items()
    }
