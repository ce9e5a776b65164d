"""The network: plain VGG16, global average pooling and a small head, as one flat Keras model.

Written with backend-neutral Keras so that training can run where only JAX or PyTorch sees an
accelerator. The graph takes uint8 pixels and does the scaling itself: training and clinic cannot
drift apart.
"""

from __future__ import annotations

import keras

from core.explain.gradcam import ClosedFormGradCam
from core.model.architecture import BLOCKS, Architecture


def build_backbone(
    image: keras.KerasTensor,
    *,
    blocks: tuple[tuple[int, int], ...] = BLOCKS,
    batch_norm: bool = False,
    policy: str | None = None,
) -> tuple[keras.KerasTensor, keras.KerasTensor]:
    """Apply scaling and VGG16's convolutions to `image`.

    Parameters
    ----------
    image : KerasTensor
        RGB pixels, 0 to 255, (batch, height, width, 3), uint8 or float.
    blocks : tuple of (int, int)
        Convolutions and channels per block.
    batch_norm : bool
        Whether a batch normalisation stands between each convolution and its ReLU, which training
        from scratch needs. `training.export` folds it away; what ships has none.
    policy : str, optional
        Keras' name of the kind of numbers in which the blocks compute, for a network in which all
        else is float32; the global one by default.

    Returns
    -------
    features, pooled : KerasTensor
        Activations of the last convolution after its ReLU, (batch, height / 16, width / 16,
        channels) for five blocks, and their global average after the last max-pool,
        (batch, channels).
    """
    values = keras.layers.Rescaling(1 / 127.5, offset=-1.0, name="scale")(image)
    features = values
    for block, (convolutions, channels) in enumerate(blocks, start=1):
        for index in range(1, convolutions + 1):
            name = f"block{block}_conv{index}"
            values = _convolve(values, channels, name=name, batch_norm=batch_norm, policy=policy)
        features = values
        values = keras.layers.MaxPooling2D(name=f"block{block}_pool", dtype=policy)(values)
    return features, keras.layers.GlobalAveragePooling2D(name="embedding")(values)


def _convolve(
    values: keras.KerasTensor,
    channels: int,
    *,
    name: str,
    batch_norm: bool,
    policy: str | None,
) -> keras.KerasTensor:
    if not batch_norm:
        layer = keras.layers.Conv2D(
            channels, 3, padding="same", activation="relu", name=name, dtype=policy
        )
        return layer(values)
    convolve = keras.layers.Conv2D(
        channels, 3, padding="same", use_bias=False, kernel_initializer="he_normal", name=name
    )
    normalise = keras.layers.BatchNormalization(momentum=0.97, epsilon=1e-3, name=f"{name}_norm")
    return keras.layers.ReLU(name=f"{name}_relu")(normalise(convolve(values)))


def build_network(architecture: Architecture, *, policy: str | None = None) -> keras.Model:
    """Build the network that ships: one pass answers everything.

    Parameters
    ----------
    architecture : Architecture
        Sizes and number of classes.
    policy : str, optional
        As for `build_backbone`; the head computes in float32 all the same.

    Returns
    -------
    keras.Model
        Takes uint8 RGB pixels (batch, height, width, 3). Gives a dict of float32 tensors:
        ``logits`` (batch, classes); ``heat_maps`` (batch, classes, h, w), signed, in logit units,
        whose positive part is Grad-CAM; ``embedding`` (batch, channels).
    """
    shape = (architecture.height, architecture.width, 3)
    image = keras.Input(shape, dtype="uint8", name="image")
    features, pooled = build_backbone(image, blocks=architecture.blocks, policy=policy)
    head = _head_layers(architecture)
    hidden = pooled
    for layer in head[:-1]:
        hidden = layer(hidden)
    logits = head[-1](hidden)
    heat_maps = ClosedFormGradCam(head, name="heat_maps")(features, hidden)
    outputs = {"logits": logits, "heat_maps": heat_maps, "embedding": pooled}
    return keras.Model(image, outputs, name="vgg16")


def build_scores(architecture: Architecture) -> keras.Model:
    """Build the same network with floats for pixels and the logits alone, for gradients.

    Parameters
    ----------
    architecture : Architecture
        Sizes and number of classes.

    Returns
    -------
    keras.Model
        Takes a list of one float32 array, RGB pixels from 0 to 255, (batch, height, width, 3);
        gives logits, (batch, classes). Its layers have the names of `build_network`'s.
    """
    image = keras.Input((architecture.height, architecture.width, 3), name="image")
    _, values = build_backbone(image, blocks=architecture.blocks)
    for layer in _head_layers(architecture):
        values = layer(values)
    # tf-keras-vis hands over a list, and Keras 3 warns of that if it expects a bare tensor.
    return keras.Model([image], values, name="scores")


def _head_layers(architecture: Architecture) -> tuple[keras.layers.Dense, ...]:
    logits = keras.layers.Dense(architecture.classes, name="logits")
    if architecture.hidden is None:
        return (logits,)
    return (keras.layers.Dense(architecture.hidden, activation="relu", name="hidden"), logits)
