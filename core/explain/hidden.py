"""What the network answers when it cannot see the lesion, and when it sees nothing else.

An answer that stays although the lesion is gone was not about the lesion: a ruler, ink, the skin
around or the way of photographing gave it. A heat map cannot show that; hiding can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.explain.methods.interface import View
from core.explain.region import Mask, lesion_region
from core.explain.skin import surrounding_colour

Probabilities = NDArray[np.float64]

KEPT_THRESHOLD: Final = 0.85
"""Share of a finding's probability from which on it counts as kept.

Measured on 116 validation images of HAM10000, at most 18 of each diagnosis, with the shipped model:
where the experts' masks hid the lesion, 8 in 100 findings kept so much, most of them basal cell
carcinoma, keratosis or nevus; never melanoma. Where `lesion_region` did, which leaves some of the
lesion to be seen, 19 in 100 did.
"""

_ROUNDS: Final = 200
_FINE: Final = 90  # per cent of the pixels of skin; the others are hairs, glare and edges
_SEED: Final = 5  # the same picture is painted over in the same way


@dataclass(frozen=True, slots=True, eq=False)
class Hidden:
    """Three answers about one view.

    Parameters
    ----------
    region : ndarray of bool
        What was taken for the lesion, (height, width) of the input.
    whole, without_lesion, without_background : ndarray of float64
        Calibrated probabilities, (classes,): of the view as it is, with the lesion painted over,
        and with everything else painted over.
    painted : ndarray of uint8, optional
        The two painted views, (2, height, width, 3), where they were to be kept.
    """

    region: Mask
    whole: Probabilities
    without_lesion: Probabilities
    without_background: Probabilities
    painted: NDArray[np.uint8] | None = None

    @property
    def found(self) -> bool:
        """Whether there was a lesion to hide."""
        return bool(self.region.any())

    @property
    def finding(self) -> int:
        """Index of the class that was found."""
        return int(self.whole.argmax())

    @property
    def kept(self) -> float:
        """Share of the finding's probability that is left without the lesion; may exceed 1."""
        return float(self.without_lesion[self.finding] / self.whole[self.finding])

    @property
    def survives_without_lesion(self) -> bool:
        """Whether the same is found without the lesion, with most of its probability."""
        stays = int(self.without_lesion.argmax()) == self.finding
        return self.found and stays and self.kept >= KEPT_THRESHOLD


def look_hidden(
    view: View,
    answer: Callable[[NDArray[np.uint8]], Probabilities],
    *,
    region: Mask | None = None,
    keep_painted: bool = False,
) -> Hidden:
    """Ask three times, in one batch.

    Parameters
    ----------
    view : View
        The image as the network sees it.
    answer : callable
        Gives probabilities, (batch, classes), of pixels, (batch, height, width, 3).
    region : ndarray of bool, optional
        The lesion, (height, width) of the input; found by `lesion_region` by default.
    keep_painted : bool
        Whether the painted views are to be kept for somebody to see.

    Raises
    ------
    InferenceError
        If the runtime fails.
    """
    lesion = lesion_region(view) if region is None else region
    asked = np.stack([view.pixels, without_lesion(view, lesion), without_background(view, lesion)])
    painted = asked[1:].copy() if keep_painted else None
    whole, without, alone = answer(asked)
    return Hidden(lesion, whole, without, alone, painted)


def without_lesion(view: View, lesion: Mask) -> NDArray[np.uint8]:
    """Paint over the lesion what the skin around it leads to expect.

    The hole is filled by the smoothest surface through its rim (Laplace's equation, relaxed for a
    fixed number of rounds from the colour around).

    Returns
    -------
    ndarray of uint8
        (height, width, 3); the view itself outside the lesion.
    """
    hole = lesion[..., np.newaxis]
    values = np.where(hole, surrounding_colour(view), view.pixels).astype(np.float32)
    rows, columns, _ = np.nonzero(hole)
    if not len(rows):
        return view.pixels.copy()
    box = _around(rows, lesion.shape[0]), _around(columns, lesion.shape[1])
    inner, part = hole[box], values[box]
    for _ in range(_ROUNDS):
        padded = np.pad(part, ((1, 1), (1, 1), (0, 0)), mode="edge")
        mean = (padded[2:, 1:-1] + padded[:-2, 1:-1] + padded[1:-1, 2:] + padded[1:-1, :-2]) / 4
        part = np.where(inner, mean, part)
    values[box] = part
    values[lesion] += _grain(view, lesion)
    return np.rint(values).clip(0, 255).astype(np.uint8)


def _grain(view: View, lesion: Mask) -> NDArray[np.float32]:
    """Draw the skin's own fine differences, (hidden pixels, 3): smooth skin is a sign, too."""
    rough = view.pixels - _neighbourhood(view.pixels)
    skin = np.zeros_like(lesion)
    skin[view.inside] = True
    known = rough[skin & ~lesion]
    if not len(known):
        return np.zeros((int(lesion.sum()), 3), np.float32)
    strength = np.abs(known).max(axis=1)
    known = known[strength <= np.percentile(strength, _FINE)]
    drawn = np.random.default_rng(_SEED).integers(len(known), size=int(lesion.sum()))
    return np.asarray(known[drawn], np.float32)


def _neighbourhood(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Mean of each pixel and its neighbours."""
    height, width = pixels.shape[:2]
    padded = np.pad(pixels.astype(np.float32), ((1, 1), (1, 1), (0, 0)), mode="edge")
    shifted = [padded[y : y + height, x : x + width] for y in range(3) for x in range(3)]
    return np.asarray(np.mean(shifted, axis=0), np.float32)


def _around(places: NDArray[np.intp], side: int) -> slice:
    return slice(max(0, int(places.min()) - 1), min(side, int(places.max()) + 2))


def without_background(view: View, lesion: Mask) -> NDArray[np.uint8]:
    """Paint everything but the lesion in the colour around it; padding stays as it is."""
    pixels = view.pixels.copy()
    outside = np.zeros(lesion.shape, np.bool_)
    outside[view.inside] = True
    pixels[outside & ~lesion] = surrounding_colour(view)
    return pixels
