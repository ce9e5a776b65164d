"""The weights that PyTorch gets make the same network: computed here by hand, without PyTorch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.rivals.field import write_task
from benchmarks.rivals.layers import Kind, Layer, layers
from benchmarks.rivals.talk import Task
from core.model.build import network_from_bundle
from tests.core.tiny import SIZE, tiny_bundle

Values = NDArray[np.float32]


def convolved(values: Values, layer: Layer) -> Values:
    """Sum over the nine neighbours of (in, row, column), as PyTorch's definition says."""
    padded = np.pad(values, ((0, 0), (1, 1), (1, 1)))
    height, width = values.shape[1:]
    parts = [
        np.einsum(
            "oi,ihw->ohw",
            layer.kernel[:, :, row, column],
            padded[:, row : row + height, column : column + width],
        )
        for row in range(3)
        for column in range(3)
    ]
    return np.asarray(sum(parts) + layer.bias[:, None, None], np.float32)


def applied(values: Values, layer: Layer) -> Values:
    match layer.kind:
        case Kind.CONVOLUTION:
            return convolved(values, layer)
        case Kind.RELU:
            return np.maximum(values, 0)
        case Kind.POOL:
            count, height, width = values.shape
            whole = values.reshape(count, height // 2, 2, width // 2, 2)
            return np.asarray(whole.max(axis=(2, 4)))
        case Kind.AVERAGE:
            return np.asarray(values.mean(axis=(1, 2)))
        case Kind.DENSE:
            return np.asarray(layer.kernel @ values + layer.bias)


@pytest.mark.parametrize("hidden", [None, 5])
def test_logits_are_those_of_our_network(tmp_path: Path, hidden: int | None) -> None:
    bundle = tiny_bundle(tmp_path / "model", network={"blocks": [[2, 4], [1, 8]], "hidden": hidden})
    task = Task.read(write_task(bundle, tmp_path / "task"))
    pixels = np.random.default_rng(0).integers(0, 256, (*SIZE, 3), dtype=np.uint8)
    values = np.moveaxis(pixels, -1, 0).astype(np.float32) / 127.5 - 1
    for layer in layers(task):
        values = applied(values, layer)
    expected = network_from_bundle(bundle)(pixels[np.newaxis])["logits"].numpy()[0]
    np.testing.assert_allclose(values, expected, rtol=1e-4, atol=1e-5)
