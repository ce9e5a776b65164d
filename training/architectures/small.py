"""The two small networks that beginners' projects start from: a plain ANN and a CNN."""

from __future__ import annotations

import keras

Size = tuple[int, int]
_MEAN, _SPREAD = 160.0, 50.0  # of dermoscopic pixels; without centring the ANN learns nothing


def ann(size: Size, *, imagenet: bool = False) -> keras.Model:
    """Two dense layers over all pixels: what a network without convolutions can do."""
    del imagenet
    image = keras.Input((*size, 3), name="image")
    values = keras.layers.Rescaling(1 / _SPREAD, -_MEAN / _SPREAD, name="scale")(image)
    values = keras.layers.Flatten(name="flatten")(values)
    for number, units in enumerate((256, 128), start=1):
        values = keras.layers.Dense(units, activation="relu", name=f"dense{number}")(values)
        values = keras.layers.Dropout(0.2, name=f"dense{number}_dropout")(values)
    return keras.Model(image, values, name="ann")


def cnn(size: Size, *, imagenet: bool = False) -> keras.Model:
    """Four convolutions with max-pooling and a dense layer, of the kind made for 150 x 150."""
    del imagenet
    image = keras.Input((*size, 3), name="image")
    values = keras.layers.Rescaling(1 / 255, name="scale")(image)
    for number, channels in enumerate((32, 64, 128, 128), start=1):
        convolve = keras.layers.Conv2D(
            channels, 3, padding="same", activation="relu", name=f"conv{number}"
        )
        values = keras.layers.MaxPooling2D(name=f"conv{number}_pool")(convolve(values))
    values = keras.layers.Flatten(name="flatten")(values)
    values = keras.layers.Dropout(0.3, name="dense_dropout")(values)
    values = keras.layers.Dense(256, activation="relu", name="dense")(values)
    return keras.Model(image, values, name="cnn")
