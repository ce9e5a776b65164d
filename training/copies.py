"""Balancing a training set with changed copies of the images of rare classes.

That is what projects do that write augmented files until all classes are equally large. Done before
the split it puts copies of one lesion on both sides; here it is done after it, for training alone.
"""

from __future__ import annotations

import keras
import numpy as np
from numpy.typing import NDArray

from training.augmentation import RandomView
from training.augmentation_settings import AugmentationSettings

_AT_ONCE = 64


def balanced_with_copies(
    pixels: NDArray[np.uint8],
    labels: NDArray[np.int64],
    *,
    settings: AugmentationSettings,
    seed: int,
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Fill all classes up to the size of the largest.

    Parameters
    ----------
    pixels : ndarray of uint8
        Training images, (n, height, width, 3).
    labels : ndarray of int64
        Class indices, (n,).
    settings : AugmentationSettings
        How far a copy differs from its image.
    seed : int
        Of the draw and the changes.

    Returns
    -------
    pixels, labels
        The images themselves, then the copies.
    """
    generator = np.random.default_rng(seed)
    counts = np.bincount(labels)
    chosen = np.concatenate(
        [
            generator.choice(np.flatnonzero(labels == label), counts.max() - count)
            for label, count in enumerate(counts)
            if count
        ]
    ).astype(np.int64)
    keras.utils.set_random_seed(seed)
    view = RandomView(settings, seed=seed)
    made = [
        keras.ops.convert_to_numpy(view(pixels[chosen[start : start + _AT_ONCE]], training=True))
        for start in range(0, len(chosen), _AT_ONCE)
    ]
    copies = [part.round().astype(np.uint8) for part in made]
    return np.concatenate([pixels, *copies]), np.concatenate([labels, labels[chosen]])
