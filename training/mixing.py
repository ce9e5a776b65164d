"""mixup and CutMix: images of a batch joined in pairs, their labels by their shares."""

from __future__ import annotations

import keras
from keras import ops

from training.augmentation import rectangle
from training.augmentation_settings import AugmentationSettings


class Mixing(keras.layers.Layer):
    """Joins each image with its neighbour in the batch, now and then; never at inference.

    Parameters
    ----------
    settings : AugmentationSettings
        How often.
    seed : int
        Of the draw.
    """

    def __init__(self, settings: AugmentationSettings, *, seed: int) -> None:
        super().__init__(name="mixing", dtype="float32", trainable=False)
        self._settings = settings
        self.seed_generator = keras.random.SeedGenerator(seed)

    @property
    def active(self) -> bool:
        """Whether it ever does anything."""
        return self._settings.mixup > 0 or self._settings.cutmix > 0

    def call(
        self, images: keras.KerasTensor, labels: keras.KerasTensor
    ) -> tuple[keras.KerasTensor, keras.KerasTensor]:
        """Join.

        Parameters
        ----------
        images : tensor
            RGB 0 to 255, (batch, height, width, 3).
        labels : tensor
            One-hot or soft, (batch, classes).

        Returns
        -------
        images, labels : tensor
            Joined, of the same shapes.
        """
        batch = ops.shape(images)[0]
        kind = keras.random.uniform((batch, 1), seed=self.seed_generator)
        share = keras.random.uniform((batch, 1), 0.5, 1.0, seed=self.seed_generator)
        centre = keras.random.uniform((batch, 2), seed=self.seed_generator)
        mixed = kind < self._settings.mixup
        cut = ops.logical_and(~mixed, kind < self._settings.mixup + self._settings.cutmix)
        patch = rectangle(images, 1.0 - share, centre)
        kept = 1.0 - ops.mean(ops.cast(patch, "float32"), axis=(1, 2, 3))[:, None]
        weight = ops.where(mixed, share, ops.where(cut, kept, ops.ones_like(share)))
        other = ops.roll(images, 1, axis=0)
        blended = _wide(share) * images + (1.0 - _wide(share)) * other
        images = ops.where(_wide(mixed), blended, images)
        images = ops.where(ops.logical_and(_wide(cut), patch), other, images)
        return images, weight * labels + (1.0 - weight) * ops.roll(labels, 1, axis=0)


def _wide(values: keras.KerasTensor) -> keras.KerasTensor:
    return ops.reshape(values, (-1, 1, 1, 1))
