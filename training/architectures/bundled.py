"""The weights of a bundle, for training that goes on from a model which Lentigo runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np

from core.model import Bundle
from training.errors import WeightsError


def load_bundled_weights(base: keras.Model, folder: Path) -> None:
    """Give a bundle's convolutions to `base`, a VGG16 without batch norms.

    Raises
    ------
    BundleError
        If the bundle is missing, damaged, or of a layout that this version does not know.
    WeightsError
        If `base` has other convolutions.
    """
    bundle = Bundle.load(folder)
    weights = bundle.weights
    layers = [layer for layer in base.layers if layer.weights]
    for layer in layers:
        kernel, bias = (weights.get(f"{layer.name}/{kind}") for kind in ("kernel", "bias"))
        given = [None if array is None else array.shape for array in (kernel, bias)]
        if given != [tuple(weight.shape) for weight in layer.weights]:
            raise WeightsError(
                f"{bundle.card.name} in {folder} is another network than {base.name}: it has no "
                f"{layer.name} of this size.",
                value=folder,
            )
        layer.set_weights([kernel, bias])


def take_classifier(network: keras.Model, folder: Path, *, codes: Sequence[str]) -> bool:
    """Give a bundle's classifier to a network for the same classes; else leave its own.

    What was added to favour a class is taken off: that is fitted after training, not before.

    Parameters
    ----------
    network : keras.Model
        From `training.architectures.build`.
    folder : Path
        Of the bundle.
    codes : sequence of str
        The network's classes, in the order of its logits.

    Returns
    -------
    bool
        Whether the classes are the same, and the classifier was taken.

    Raises
    ------
    BundleError
        As for `load_bundled_weights`.
    """
    bundle = Bundle.load(folder)
    same = [entry.code for entry in bundle.card.classes] == list(codes)
    if same and bundle.card.network.hidden is None:
        weights, favoured = bundle.weights, bundle.card.favoured
        added = np.array([favoured.get(code, 0.0) for code in codes], np.float32)
        network.get_layer("logits").set_weights(
            [weights["logits/kernel"], weights["logits/bias"] - added]
        )
        return True
    return False
