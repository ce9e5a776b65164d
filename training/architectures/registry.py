"""Which architectures there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

import keras

from training.architectures import published, small, vgg

Size = tuple[int, int]


class Base(Protocol):
    """Makes the part of a network that finds features."""

    def __call__(self, size: Size, /, *, imagenet: bool = False) -> keras.Model:
        """Make it for (height, width), with ImageNet weights where they are wanted.

        It leads from RGB 0 to 255, (batch, height, width, 3), to features, (batch, channels) or
        (batch, h, w, channels).
        """


@dataclass(frozen=True, slots=True)
class Architecture:
    """One architecture.

    Parameters
    ----------
    base : Base
        Makes its features.
    smallest : int
        Least side of its input, pixels.
    blocks : tuple of str
        What the name of each block's first layer begins with, from the input on.
    imagenet : bool
        Whether Keras can fetch ImageNet weights for it.
    folded : callable, optional
        Makes its features, for (height, width), without batch norms, where it comes trained like
        that.
    """

    base: Base
    smallest: int
    blocks: tuple[str, ...]
    imagenet: bool = True
    folded: Callable[[Size], keras.Model] | None = None


ARCHITECTURES: Final = MappingProxyType(
    {
        "ann": Architecture(small.ann, 8, ("dense1", "dense2"), imagenet=False),
        "cnn": Architecture(
            small.cnn, 32, ("conv1", "conv2", "conv3", "conv4", "dense"), imagenet=False
        ),
        "vgg16": Architecture(
            vgg.vgg16,
            32,
            tuple(f"block{number}_" for number in range(1, 6)),
            folded=vgg.folded_vgg16,
        ),
        "resnet50": Architecture(
            published.resnet50, 32, tuple(f"conv{number}_" for number in range(1, 6))
        ),
        "inceptionv3": Architecture(
            published.inceptionv3, 75, ("conv2d", *(f"mixed{number}" for number in range(10)))
        ),
        "mobilenetv2": Architecture(
            published.mobilenetv2,
            32,
            ("Conv1", "expanded_conv", *(f"block_{number}_" for number in range(1, 17)), "Conv_1"),
        ),
        "efficientnetb0": Architecture(
            published.efficientnetb0,
            32,
            ("stem", *(f"block{number}" for number in range(1, 8)), "top"),
        ),
        "densenet121": Architecture(
            published.densenet121,
            32,
            ("conv1", "conv2", "pool2", "conv3", "pool3", "conv4", "pool4", "conv5"),
        ),
    }
)
"""By name."""
