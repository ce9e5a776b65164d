"""The weights of a bundle, for training that goes on from a model which Lentigo runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

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
    bias = plain_bias(bundle, codes=codes)
    if bias is None:
        return False
    network.get_layer("logits").set_weights([bundle.weights["logits/kernel"], bias])
    return True


def plain_bias(bundle: Bundle, *, codes: Sequence[str]) -> NDArray[np.float32] | None:
    """Give the bias of a bundle's classifier, without what was added to favour a class.

    Parameters
    ----------
    bundle : Bundle
        Of a model.
    codes : sequence of str
        Of classes, in the order of logits.

    Returns
    -------
    ndarray of float32, optional
        (classes,); None if its classifier is for other classes, or has two layers.
    """
    card = bundle.card
    if [entry.code for entry in card.classes] != list(codes) or card.network.hidden is not None:
        return None
    added = np.array([card.favoured.get(code, 0.0) for code in codes], np.float32)
    return bundle.weights["logits/bias"] - added
