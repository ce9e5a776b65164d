"""The graph is well-formed, old enough for every runtime, and holds no weights of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from core.model.bundle_files import GRAPH, WEIGHTS
from core.model.weights import weight_places
from tests.core.tiny import tiny_bundle


@pytest.mark.parametrize("hidden", [None, 5])
def test_the_graph_is_well_formed(tmp_path: Path, hidden: int | None) -> None:
    bundle = tiny_bundle(tmp_path, network={"blocks": [[2, 4], [1, 8]], "hidden": hidden})
    onnx.checker.check_model(bundle.folder / GRAPH, full_check=True)


def test_old_runtimes_know_the_graph(tmp_path: Path) -> None:
    tiny_bundle(tmp_path)
    model = onnx.load(tmp_path / GRAPH)
    assert model.ir_version <= 10  # what ONNX Runtime 1.24 reads, with room
    assert [(entry.domain, entry.version <= 20) for entry in model.opset_import] == [("", True)]


def test_every_weight_is_a_place_in_the_weights_file(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path, network={"blocks": [[1, 4]], "hidden": 5})
    assert bundle.graph is not None
    assert len(bundle.graph) < 8000
    model = onnx.load(tmp_path / GRAPH)  # which reads the places
    found = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    for name, array in bundle.weights.items():
        assert found[name].dtype == np.float16
        np.testing.assert_array_equal(found[name], array)


def test_places_are_where_safetensors_wrote(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path)
    data = (tmp_path / WEIGHTS).read_bytes()
    for name, place in weight_places(data).items():
        raw = np.frombuffer(data, "<f2", count=place.length // 2, offset=place.offset)
        np.testing.assert_array_equal(raw.reshape(place.shape), bundle.weights[name])
    assert weight_places(data).keys() == bundle.weights.keys()
