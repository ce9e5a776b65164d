"""Architectures that Keras has, each with the scaling of pixels that its weights expect."""

from __future__ import annotations

from collections.abc import Callable

import keras
import numpy as np
from keras import ops

Size = tuple[int, int]
Factory = Callable[..., keras.Model]


class Caffe(keras.layers.Layer):
    """Blue, green, red minus their means over ImageNet, from RGB 0 to 255."""

    def call(self, images: keras.KerasTensor) -> keras.KerasTensor:
        """Scale."""
        means = np.array([103.939, 116.779, 123.68], np.float32)
        return ops.flip(images, axis=-1) - means


class Standardised(keras.layers.Layer):
    """RGB minus its mean, by its standard deviation over ImageNet, from RGB 0 to 255."""

    def call(self, images: keras.KerasTensor) -> keras.KerasTensor:
        """Scale."""
        mean = np.array([0.485, 0.456, 0.406], np.float32) * 255
        deviation = np.array([0.229, 0.224, 0.225], np.float32) * 255
        return (images - mean) / deviation


def resnet50(size: Size, *, imagenet: bool = False) -> keras.Model:
    """ResNet50, doi:10.1109/CVPR.2016.90."""
    return _scaled(keras.applications.ResNet50, Caffe(name="scale"), size, imagenet=imagenet)


def inceptionv3(size: Size, *, imagenet: bool = False) -> keras.Model:
    """InceptionV3, doi:10.1109/CVPR.2016.308."""
    return _scaled(keras.applications.InceptionV3, _centred(), size, imagenet=imagenet)


def mobilenetv2(size: Size, *, imagenet: bool = False) -> keras.Model:
    """MobileNetV2, doi:10.1109/CVPR.2018.00474."""
    return _scaled(keras.applications.MobileNetV2, _centred(), size, imagenet=imagenet)


def efficientnetb0(size: Size, *, imagenet: bool = False) -> keras.Model:
    """EfficientNetB0, doi:10.48550/arXiv.1905.11946; it does its scaling itself."""
    return _scaled(
        keras.applications.EfficientNetB0,
        keras.layers.Activation("linear", name="scale"),
        size,
        imagenet=imagenet,
    )


def densenet121(size: Size, *, imagenet: bool = False) -> keras.Model:
    """DenseNet121, doi:10.1109/CVPR.2017.243."""
    return _scaled(
        keras.applications.DenseNet121, Standardised(name="scale"), size, imagenet=imagenet
    )


def _centred() -> keras.layers.Layer:
    scale: keras.layers.Layer = keras.layers.Rescaling(1 / 127.5, offset=-1.0, name="scale")
    return scale


def _scaled(
    factory: Factory, scale: keras.layers.Layer, size: Size, *, imagenet: bool
) -> keras.Model:
    """One flat model: its layers can be found, frozen and saved by name."""
    image = keras.Input((*size, 3), name="image")
    published = factory(
        include_top=False, weights="imagenet" if imagenet else None, input_tensor=scale(image)
    )
    return keras.Model(image, published.output, name=published.name)
