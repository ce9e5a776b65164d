"""Originals and what augmentation makes of them, through the layer that training uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.images import FitMode, FitSpec, fit
from training.augmentation_settings import AugmentationSettings
from training.explore.looks import Look

SPEC = FitSpec(height=120, width=160, mode=FitMode.CROP)
VIEWS = 5
ROWS = 12


@dataclass(frozen=True, slots=True)
class Augmented:
    """One image and random views of it.

    Parameters
    ----------
    look : Look
        Which.
    original : ndarray of uint8
        As the network is fed it, (height, width, 3).
    views : ndarray of uint8
        (VIEWS, height, width, 3).
    """

    look: Look
    original: NDArray[np.uint8]
    views: NDArray[np.uint8]


def augment(
    looks: Sequence[Look], settings: AugmentationSettings, *, seed: int
) -> tuple[Augmented, ...]:
    """Make random views of images whose pixels were kept.

    Parameters
    ----------
    looks : sequence of Look
        At most ROWS of them are used.
    settings : AugmentationSettings
        How far a view may differ from its image.
    seed : int
        Of the views.
    """
    used = [look for look in looks if look.pixels is not None][:ROWS]
    originals = [fit(look.pixels, SPEC).pixels for look in used if look.pixels is not None]
    if not originals:
        return ()
    views = _views(np.stack(originals), settings, seed=seed)
    return tuple(
        Augmented(look, original, made)
        for look, original, made in zip(used, originals, views, strict=True)
    )


def _views(
    originals: NDArray[np.uint8], settings: AugmentationSettings, *, seed: int
) -> NDArray[np.uint8]:
    import keras

    from training.augmentation import RandomView

    layer = RandomView(settings, seed=seed)
    repeated = np.repeat(originals, VIEWS, axis=0).astype(np.float32)
    made: NDArray[np.float32] = keras.ops.convert_to_numpy(layer(repeated, training=True))
    views: NDArray[np.uint8] = (
        np.rint(made).astype(np.uint8).reshape(len(originals), VIEWS, *originals.shape[1:])
    )
    return views
