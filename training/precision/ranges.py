"""The ranges of activations, which rounding to int8 needs to know."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from core.engine.onnx_runtime import CPU, open_session
from core.model import Bundle
from training.errors import RunError


def highest_activations(bundle: Bundle, pixels: NDArray[np.uint8]) -> dict[str, float]:
    """Find the largest activation of each convolution but the last.

    Parameters
    ----------
    bundle : Bundle
        With a graph.
    pixels : ndarray of uint8
        Images of the network's input size that are like those of later, (n, height, width, 3).

    Returns
    -------
    dict of str to float
        By the convolution's name, in the network's order.

    Raises
    ------
    RunError
        If the bundle has no graph.
    """
    session = open_session(_telling(bundle), CPU)
    names = _inner_convolutions(bundle)
    outputs = [f"{name}/relu" for name in names]
    highest = dict.fromkeys(names, 0.0)
    for image in pixels:
        values = session.run(outputs, {"image": image[np.newaxis]})
        for name, value in zip(names, values, strict=True):
            highest[name] = max(highest[name], float(value.max()))
    return highest


def _inner_convolutions(bundle: Bundle) -> list[str]:
    blocks = bundle.card.network.blocks
    names = [
        f"block{block}_conv{index}"
        for block, (convolutions, _) in enumerate(blocks, start=1)
        for index in range(1, convolutions + 1)
    ]
    return names[:-1]


def _telling(bundle: Bundle) -> Bundle:
    """Put these activations among the outputs of the bundle's graph."""
    if bundle.graph is None:
        raise RunError(f"The model in {bundle.folder} has no graph: export it again.")
    model = onnx.load_from_string(bundle.graph)
    for name in _inner_convolutions(bundle):
        value = helper.make_tensor_value_info(f"{name}/relu", TensorProto.FLOAT, None)
        model.graph.output.append(value)
    return replace(bundle, graph=model.SerializeToString())
