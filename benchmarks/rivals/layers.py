"""The network layer by layer, with weights whose axes are as PyTorch has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from benchmarks.rivals.talk import Task


class Kind(StrEnum):
    """Of a layer."""

    CONVOLUTION = "convolution, 3 x 3, padded"
    RELU = "what is below zero becomes zero"
    POOL = "largest of 2 x 2"
    AVERAGE = "mean of all places"
    DENSE = "matrix product"


def _none() -> NDArray[np.float32]:
    return np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One layer.

    Parameters
    ----------
    kind : Kind
        What it does.
    kernel, bias : ndarray of float32
        Its weights: (out, in, row, column) or (out, in), and (out); empty where it has none.
    """

    kind: Kind
    kernel: NDArray[np.float32] = field(default_factory=_none)
    bias: NDArray[np.float32] = field(default_factory=_none)


def layers(task: Task) -> Iterator[Layer]:
    """Go through the network from the scaled picture to the logits."""
    weights = task.weights()

    def weighted(kind: Kind, name: str) -> Layer:
        # Keras orders (row, column, in, out) and (in, out).
        kernel = weights[f"{name}/kernel"]
        kernel = kernel.transpose(3, 2, 0, 1) if kernel.ndim == 4 else kernel.T
        return Layer(kind, np.ascontiguousarray(kernel), weights[f"{name}/bias"])

    for block, (convolutions, _) in enumerate(task.blocks, start=1):
        for index in range(1, convolutions + 1):
            yield weighted(Kind.CONVOLUTION, f"block{block}_conv{index}")
            yield Layer(Kind.RELU)
        yield Layer(Kind.POOL)
    yield Layer(Kind.AVERAGE)
    if task.hidden:
        yield weighted(Kind.DENSE, "hidden")
        yield Layer(Kind.RELU)
    yield weighted(Kind.DENSE, "logits")
