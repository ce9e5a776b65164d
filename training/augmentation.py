"""Random views of an image, as a Keras layer that runs where the network runs."""

from __future__ import annotations

import keras
from keras import ops

from training.augmentation_settings import AugmentationSettings

_LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601


class RandomView(keras.layers.Layer):
    """Turn, flip, zoom, shift and recolour each image of a batch; the identity at inference.

    Takes and gives RGB 0 to 255, float32, (batch, height, width, 3).
    """

    def __init__(self, settings: AugmentationSettings, *, seed: int) -> None:
        super().__init__(name="random_view", dtype="float32", trainable=False)
        self._settings = settings
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, images: keras.KerasTensor, training: bool = False) -> keras.KerasTensor:  # noqa: FBT001, FBT002 - Keras' own signature
        """Give one random view of each image, or the images themselves."""
        images = ops.cast(images, "float32")
        if not training:
            return images
        batch = ops.shape(images)[0]
        _, height, width, _ = images.shape
        moved = ops.image.affine_transform(
            images,
            self._transforms(batch, height, width),
            interpolation="bilinear",
            fill_mode="reflect",
        )
        return self._erase(self._recolour(moved, batch), batch)

    def _uniform(
        self, batch: keras.KerasTensor, low: float, high: float, columns: int = 1
    ) -> keras.KerasTensor:
        return keras.random.uniform((batch, columns), low, high, seed=self.seed_generator)

    def _sign(self, batch: keras.KerasTensor, *, flips: bool) -> keras.KerasTensor:
        """-1 for every second image where flips are wanted, else 1."""
        drawn = self._uniform(batch, 0.0, 1.0)
        return ops.where(drawn < 0.5, -1.0, 1.0) if flips else ops.ones_like(drawn)

    def _transforms(self, batch: keras.KerasTensor, height: int, width: int) -> keras.KerasTensor:
        """Coefficients of the map from view to image, (batch, 8), as `affine_transform` wants."""
        settings = self._settings
        angle = self._uniform(batch, -1.0, 1.0) * settings.rotation * 3.14159265 / 180
        zoom = self._uniform(batch, *settings.zoom)
        stretch = 1 + self._uniform(batch, -settings.stretch, settings.stretch)
        scale_x = zoom * stretch * self._sign(batch, flips=settings.flips[0])
        scale_y = zoom / stretch * self._sign(batch, flips=settings.flips[1])
        shift_x = self._uniform(batch, -settings.shift, settings.shift) * width
        shift_y = self._uniform(batch, -settings.shift, settings.shift) * height
        a0, a1 = ops.cos(angle) * scale_x, -ops.sin(angle) * scale_y
        b0, b1 = ops.sin(angle) * scale_x, ops.cos(angle) * scale_y
        centre_x, centre_y = (width - 1) / 2, (height - 1) / 2
        a2 = centre_x + shift_x - a0 * centre_x - a1 * centre_y
        b2 = centre_y + shift_y - b0 * centre_x - b1 * centre_y
        zeros = ops.zeros_like(a0)
        return ops.concatenate([a0, a1, a2, b0, b1, b2, zeros, zeros], axis=1)

    def _recolour(self, images: keras.KerasTensor, batch: keras.KerasTensor) -> keras.KerasTensor:
        settings = self._settings
        brightness = self._factor(batch, settings.brightness)
        contrast = self._factor(batch, settings.contrast)
        saturation = self._factor(batch, settings.saturation)
        balance = self._factor(batch, settings.hue, columns=3)
        mean = ops.mean(images, axis=(1, 2), keepdims=True)
        images = (images - mean) * contrast + mean * brightness * balance
        grey = ops.sum(images * ops.array(_LUMA, dtype="float32"), axis=-1, keepdims=True)
        return ops.clip(grey + (images - grey) * saturation, 0.0, 255.0)

    def _erase(self, images: keras.KerasTensor, batch: keras.KerasTensor) -> keras.KerasTensor:
        if not self._settings.erasing:
            return images
        chosen = self._uniform(batch, 0.0, 1.0) < self._settings.erasing
        area = self._uniform(batch, 0.02, 0.2)
        inside = rectangle(images, area, self._uniform(batch, 0.0, 1.0, columns=2))
        inside = ops.logical_and(inside, ops.reshape(chosen, (-1, 1, 1, 1)))
        return ops.where(inside, ops.mean(images, axis=(1, 2), keepdims=True), images)

    def _factor(
        self, batch: keras.KerasTensor, spread: float, *, columns: int = 1
    ) -> keras.KerasTensor:
        values = 1 + self._uniform(batch, -spread, spread, columns)
        return ops.reshape(values, (-1, 1, 1, columns))


def rectangle(
    images: keras.KerasTensor, area: keras.KerasTensor, centre: keras.KerasTensor
) -> keras.KerasTensor:
    """Mark a rectangle of each image's own shape.

    Parameters
    ----------
    images : tensor
        (batch, height, width, channels).
    area : tensor
        Share of the image that it covers, 0 to 1, (batch, 1).
    centre : tensor
        Where its middle lies, as shares of height and width, (batch, 2); what lies beyond the edge
        is cut off.

    Returns
    -------
    tensor of bool
        (batch, height, width, 1).
    """
    _, height, width, _ = images.shape
    half = ops.sqrt(area) / 2
    rows = (ops.arange(height, dtype="float32") + 0.5) / height
    columns = (ops.arange(width, dtype="float32") + 0.5) / width
    in_rows = ops.abs(rows[None, :] - centre[:, :1]) < half
    in_columns = ops.abs(columns[None, :] - centre[:, 1:]) < half
    return ops.logical_and(in_rows[:, :, None, None], in_columns[:, None, :, None])
