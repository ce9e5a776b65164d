"""From a bundle to a Keras network with its weights, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import BundleDamaged
from core.language import say
from core.model.architecture import Architecture
from core.model.network import build_network, build_scores

if TYPE_CHECKING:
    import keras

    from core.model.bundle import Bundle
    from core.model.card import Card


def network_from_bundle(bundle: Bundle, *, policy: str | None = None) -> keras.Model:
    """Build the network on the bundle's card and give it the bundle's weights.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    policy : str, optional
        Keras' name of the kind of numbers in which the convolutions compute.

    Returns
    -------
    keras.Model
        See `core.model.network.build_network`.

    Raises
    ------
    BundleDamaged
        If an array is missing, unknown, or of another shape than the network's.
    """
    return _with_weights(build_network(_architecture(bundle.card), policy=policy), bundle)


def scores_from_bundle(bundle: Bundle) -> keras.Model:
    """Build the network for gradients, `core.model.network.build_scores`, with its weights.

    Raises
    ------
    BundleDamaged
        As for `network_from_bundle`.
    """
    return _with_weights(build_scores(_architecture(bundle.card)), bundle)


def _architecture(card: Card) -> Architecture:
    return Architecture(
        height=card.preprocessing.height,
        width=card.preprocessing.width,
        classes=len(card.classes),
        hidden=card.network.hidden,
        blocks=card.network.blocks,
    )


def _with_weights(network: keras.Model, bundle: Bundle) -> keras.Model:
    variables, weights = _variables(network), bundle.weights
    _require_same(
        {name: tuple(variable.shape) for name, variable in variables.items()},
        {name: array.shape for name, array in weights.items()},
    )
    for name, variable in variables.items():
        variable.assign(weights[name])
    return network


def _variables(network: keras.Model) -> dict[str, keras.Variable]:
    return {
        f"{layer.name}/{variable.name}": variable
        for layer in network.layers
        for variable in layer.variables
        # The Grad-CAM layer shares the head's weights; they are stored once.
        if layer.name != "heat_maps"
    }


def _require_same(network: dict[str, tuple[int, ...]], bundle: dict[str, tuple[int, ...]]) -> None:
    wrong = [
        name for name in sorted(network.keys() | bundle) if network.get(name) != bundle.get(name)
    ]
    if wrong:
        name = wrong[0]
        raise BundleDamaged(
            say(
                "The model's weights do not fit the network on its card: {name} is {shape}, the "
                "network needs {needed}.",
                name=name,
                shape=bundle.get(name, "missing"),
                needed=network.get(name, "none"),
            ),
            value=wrong,
        )
