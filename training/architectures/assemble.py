"""A base with the head that all share, its weights, and what of it is trained."""

from __future__ import annotations

import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path

import keras

from training.architectures.bundled import load_bundled_weights
from training.architectures.fixed import FixedStatistics
from training.architectures.folded import load_folded_weights
from training.architectures.registry import ARCHITECTURES, Architecture
from training.errors import WeightsError
from training.experiment import IMAGENET


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to build.

    Parameters
    ----------
    architecture : str
        A key of `ARCHITECTURES`.
    size : tuple of int
        Input height and width, pixels.
    classes : int
        Number of classes.
    weights : str or Path, optional
        ``imagenet`` (fetched by Keras), a file of weights of the base (``.npz`` for MobileNetV2
        with folded batch norms, else as Keras saves them), the folder of a bundle, or None for
        random ones.
    trained_blocks : int, optional
        How many of the last blocks are trained; 0 trains the head alone, None everything.
    dropout : float
        Before the classifier.
    folded : bool
        Whether the weights, not those of a file, come without batch norms where the architecture
        can do without.
    start : bool
        Whether the weights are loaded; False for a network that is given others, of a run, next.
    """

    architecture: str
    size: tuple[int, int]
    classes: int
    weights: str | Path | None = None
    trained_blocks: int | None = None
    dropout: float = 0.2
    folded: bool = False
    start: bool = True


def build(wanted: Wanted) -> keras.Model:
    """Build a network with a fresh classifier.

    Returns
    -------
    keras.Model
        Takes RGB 0 to 255, (batch, height, width, 3); gives a dict of float32 tensors ``logits``
        (batch, classes) and ``embedding`` (batch, channels). Where weights were given, batch norms
        keep their statistics; where none were, they learn them.

    Raises
    ------
    WeightsError
        If there is no such architecture, the input is too small for it, it has fewer blocks, or the
        weights cannot be had or do not fit.
    """
    architecture = _architecture(wanted)
    base = _base(architecture, wanted)
    _freeze(base, architecture, wanted)
    image = keras.Input((*wanted.size, 3), name="image")
    trained = wanted.weights is not None
    features = FixedStatistics(base, name="base")(image) if trained else base(image)
    if len(features.shape) == 4:
        features = keras.layers.GlobalAveragePooling2D(name="pool")(features)
    embedding = keras.layers.Activation("linear", dtype="float32", name="embedding")(features)
    dropped = keras.layers.Dropout(wanted.dropout, name="dropout", dtype="float32")(embedding)
    logits = keras.layers.Dense(wanted.classes, name="logits", dtype="float32")(dropped)
    outputs = {"logits": logits, "embedding": embedding}
    return keras.Model(image, outputs, name=wanted.architecture)


def _architecture(wanted: Wanted) -> Architecture:
    architecture = ARCHITECTURES.get(wanted.architecture)
    if architecture is None:
        raise WeightsError(
            f"There is no architecture {wanted.architecture!r}. There are: "
            f"{', '.join(ARCHITECTURES)}.",
            value=wanted.architecture,
        )
    if min(wanted.size) < architecture.smallest:
        raise WeightsError(
            f"{wanted.architecture} needs an input of at least {architecture.smallest} pixels a "
            f"side, not {wanted.size[0]} x {wanted.size[1]}.",
            value=wanted.size,
        )
    if (wanted.trained_blocks or 0) > len(architecture.blocks):
        raise WeightsError(
            f"{wanted.architecture} has {len(architecture.blocks)} blocks that can be trained "
            f"apart, not {wanted.trained_blocks}.",
            value=wanted.trained_blocks,
        )
    return architecture


def _base(architecture: Architecture, wanted: Wanted) -> keras.Model:
    if wanted.weights == IMAGENET and wanted.start:
        return _from_imagenet(architecture, wanted)
    folded = architecture.folded if wanted.folded else None
    base = architecture.base(wanted.size) if folded is None else folded(wanted.size)
    if wanted.weights is not None and wanted.start:
        load = load_bundled_weights if wanted.folded else _load
        load(base, Path(wanted.weights))
    return base


def _from_imagenet(architecture: Architecture, wanted: Wanted) -> keras.Model:
    if not architecture.imagenet:
        raise WeightsError(
            f"Nobody has published ImageNet weights of {wanted.architecture}.",
            value=wanted.architecture,
        )
    try:
        return architecture.base(wanted.size, imagenet=True)
    # Keras raises a bare Exception where it cannot fetch a file.
    except Exception as error:
        raise WeightsError(
            f"The ImageNet weights of {wanted.architecture} cannot be fetched ({error}). Without "
            "network, give a file of weights.",
            value=wanted.architecture,
        ) from error


def _load(base: keras.Model, path: Path) -> None:
    if path.suffix == ".npz":
        load_folded_weights(base, path)
        return
    try:
        # Keras only warns of layers for which the file holds nothing.
        with warnings.catch_warnings(action="error", category=UserWarning):
            base.load_weights(path)
    except (OSError, ValueError, KeyError, UserWarning, zipfile.BadZipFile) as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise WeightsError(
            f"{path} holds no weights of {base.name}: {first}", value=path
        ) from error


def _freeze(base: keras.Model, architecture: Architecture, wanted: Wanted) -> None:
    kept = wanted.trained_blocks
    if kept is None:
        return
    begun = False
    first = architecture.blocks[-kept] if kept else None
    for layer in base.layers:
        begun = begun or (first is not None and layer.name.startswith(first))
        layer.trainable = begun
