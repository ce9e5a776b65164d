"""VGG16 as it ships: with batch norm where it starts from nothing, plain where it comes trained."""

from __future__ import annotations

import keras
import numpy as np

from core.model.network import build_backbone

_BGR_MEANS = np.array([103.939, 116.779, 123.68], np.float32)  # what the published weights expect
_HALF = 127.5


def vgg16(size: tuple[int, int], *, imagenet: bool = False) -> keras.Model:
    """VGG16 [1]_ up to its last pooling, with our scaling of the input.

    References
    ----------
    .. [1] Simonyan, Zisserman, "Very Deep Convolutional Networks for Large-Scale Image
       Recognition", ICLR 2015, doi:10.48550/arXiv.1409.1556.
    """
    if not imagenet:
        return _base(size, batch_norm=True)
    base = folded_vgg16(size)
    adopt(base, keras.applications.VGG16(include_top=False, weights="imagenet"))
    return base


def folded_vgg16(size: tuple[int, int]) -> keras.Model:
    """VGG16 up to its last pooling, without batch norms, as bundles and ImageNet's weights have it.

    Parameters
    ----------
    size : tuple of int
        Height and width of the input, pixels.
    """
    return _base(size, batch_norm=False)


def _base(size: tuple[int, int], *, batch_norm: bool) -> keras.Model:
    image = keras.Input((*size, 3), name="image")
    _, pooled = build_backbone(image, batch_norm=batch_norm)
    return keras.Model(image, pooled, name="vgg16")


def adopt(base: keras.Model, published: keras.Model) -> None:
    """Take over published weights, moved from their scale of pixels to ours.

    They expect blue, green, red minus its mean over ImageNet; we give red, green, blue from -1 to
    1. The first convolution absorbs the difference, exactly but for the outermost pixels, beyond
    which either sees its own kind of zero.

    Parameters
    ----------
    base : keras.Model
        Our plain VGG16.
    published : keras.Model
        Keras' VGG16 without its classifier.
    """
    for layer in published.layers:
        if not isinstance(layer, keras.layers.Conv2D):
            continue
        kernel, bias = layer.get_weights()
        if layer.name == "block1_conv1":
            offset = _HALF - _BGR_MEANS
            bias = bias + np.einsum("hwio,i->o", kernel, offset)
            kernel = kernel[:, :, ::-1] * _HALF
        base.get_layer(layer.name).set_weights([kernel, bias])
