"""Graphs that do not belong to their bundle are refused; what was verified is what is executed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest

from core.engine.onnx_runtime import OnnxRuntime
from core.errors import BundleDamaged
from core.model import Bundle
from core.model.bundle_files import CARD, GRAPH, LICENCE, SUMS, WEIGHTS
from tests.core.engine.onnx_inputs import noise
from tests.core.tiny import tiny_bundle

Change = Callable[[onnx.ModelProto], object]


def reseal(folder: Path, graph: bytes) -> Bundle:
    """Put another graph into a bundle, with checksums that fit: a stranger's bundle."""
    (folder / GRAPH).write_bytes(graph)
    names = (CARD, WEIGHTS, LICENCE, GRAPH)
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / SUMS).write_text("".join(sums))
    return Bundle.load(folder)


def place(model: onnx.ModelProto, **facts: str) -> None:
    """Have the first weight lie elsewhere."""
    tensor = next(one for one in model.graph.initializer if one.external_data)
    for entry in tensor.external_data:
        entry.value = facts.get(entry.key, entry.value)


def add_constant(model: onnx.ModelProto) -> None:
    """Smuggle a reference to another file into a node."""
    tensor = onnx.TensorProto()
    tensor.CopyFrom(next(one for one in model.graph.initializer if one.external_data))
    tensor.external_data[0].value = "secret"
    node = onnx.helper.make_node("Constant", [], ["smuggled"])
    node.attribute.append(onnx.helper.make_attribute("value", tensor))
    model.graph.node.append(node)
    model.graph.output.add(name="smuggled").type.tensor_type.elem_type = onnx.TensorProto.FLOAT16


DAMAGE: dict[str, Change] = {
    "another file": lambda model: place(model, location="secret"),
    "a file of the system": lambda model: place(model, location="/etc/hostname"),
    "a file outside": lambda model: place(model, location="../secret"),
    "a file named by a node": add_constant,
    "beyond the file's end": lambda model: place(model, offset="99999999"),
    "before its beginning": lambda model: place(model, offset="-8"),
    "too little": lambda model: place(model, length="2"),
    "an operator that is unknown": lambda model: setattr(model.graph.node[0], "op_type", "Run"),
    "an output too few": lambda model: model.graph.output.pop(),
    "an input of another name": lambda model: setattr(model.graph.input[0], "name", "picture"),
    "a newer operator set": lambda model: setattr(model.opset_import[0], "version", 99),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_graph_that_does_not_belong_here_is_refused(
    tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = tiny_bundle(tmp_path / "model")
    for folder in (tmp_path, tmp_path / "model"):
        (folder / "secret").write_bytes(bytes(10_000))
    monkeypatch.chdir(tmp_path)
    model = onnx.load(good.folder / GRAPH, load_external_data=False)
    DAMAGE[damage](model)
    bundle = reseal(good.folder, model.SerializeToString())
    with pytest.raises(BundleDamaged, match="graph"):
        OnnxRuntime(bundle)


@pytest.mark.parametrize("graph", [b"", b"nonsense", bytes(500)])
def test_what_is_no_graph_is_refused(tmp_path: Path, graph: bytes) -> None:
    good = tiny_bundle(tmp_path)
    with pytest.raises(BundleDamaged, match="does not load"):
        OnnxRuntime(reseal(good.folder, graph))


def test_a_graph_of_another_network_is_refused(tmp_path: Path) -> None:
    good = tiny_bundle(tmp_path / "one")
    small = {"height": 32, "width": 32, "mode": "crop"}
    other = tiny_bundle(tmp_path / "other", preprocessing=small)
    assert other.graph is not None
    with pytest.raises(BundleDamaged, match="graph"):
        OnnxRuntime(reseal(good.folder, other.graph))


def test_the_verified_bytes_are_executed_not_the_files(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path)
    expected = OnnxRuntime(bundle).run(noise(bundle, 1))
    (tmp_path / WEIGHTS).write_bytes(bytes(len(bundle.data)))
    (tmp_path / GRAPH).unlink()
    np.testing.assert_array_equal(OnnxRuntime(bundle).run(noise(bundle, 1)).logits, expected.logits)
