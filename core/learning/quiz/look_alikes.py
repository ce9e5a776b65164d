"""Which other diagnoses a lesion looks like, by the embeddings of an atlas."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.atlas.atlas import Atlas
    from core.atlas.item import AtlasItem

_HALF = 0.5


class LookAlikes:
    """Looks for lesions of other diagnoses beside an image.

    Parameters
    ----------
    atlas : Atlas
        With embeddings; they are loaded when first needed.
    items : sequence of AtlasItem
        All of its items, in the order of ids.
    """

    def __init__(self, atlas: Atlas, items: Sequence[AtlasItem]) -> None:
        self._atlas = atlas
        self._rows = {item.id: row for row, item in enumerate(items)}
        self._codes = np.array([item.code for item in items])

    def hardness(self, item: AtlasItem) -> float:
        """Say how much nearer other diagnoses lie than lesions of the same one.

        Returns
        -------
        float
            0 to 1; half where the nearest of both are equally far.
        """
        distances = self._distances(item)
        same = distances[self._codes == item.code].min(initial=2.0)
        other = distances[self._codes != item.code].min(initial=2.0)
        whole = same + other
        return float(same / whole) if whole > 0 else _HALF

    def codes(self, item: AtlasItem) -> list[str]:
        """Return the other diagnoses, that with the nearest lesion first."""
        distances = self._distances(item)
        others = [str(code) for code in self._known if code != item.code]
        nearest = {code: float(distances[self._codes == code].min()) for code in others}
        return sorted(others, key=lambda code: (nearest[code], code))

    @cached_property
    def _known(self) -> NDArray[np.str_]:
        return np.unique(self._codes)

    def _distances(self, item: AtlasItem) -> NDArray[np.float32]:
        """Measure the distance of every other lesion's images; one's own are endlessly far."""
        index, row = self._atlas.index, self._rows[item.id]
        distances = 1 - index.similarities(index.vectors[row])
        distances[index.groups == index.groups[row]] = np.inf
        found: NDArray[np.float32] = distances
        return found
