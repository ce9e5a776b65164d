"""ONNX Runtime answers as TensorFlow does, refuses what it should, and says what it runs on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import EPFail, Fail

from core.engine import onnx_runtime
from core.engine.onnx_runtime import OnnxRuntime
from core.engine.tensorflow_runtime import TensorFlowRuntime
from core.errors import BundleDamaged, BundleUnsupported, DeviceUnavailable, InferenceError
from core.model import Bundle, DeviceRequest
from core.model.bundle_files import CARD, GRAPH, LICENCE, SUMS, WEIGHTS
from core.results import Device, Engine
from tests.core.tiny import tiny_bundle
from training.export.parity import TOLERANCE, compare

Change = Callable[[onnx.ModelProto], object]


def noise(bundle: Bundle, count: int = 3) -> NDArray[np.uint8]:
    shape = (count, *bundle.card.preprocessing.shape)
    return np.random.default_rng(7).integers(0, 256, shape, dtype=np.uint8)


@pytest.mark.parametrize("hidden", [None, 1, 6])
@pytest.mark.parametrize(
    ("size", "blocks"),
    [
        ((32, 32), [[1, 4]]),
        ((33, 47), [[1, 4], [1, 8]]),
        ((35, 32), [[2, 3], [1, 5], [2, 7]]),
        ((63, 95), [[2, 8], [2, 8], [3, 16], [3, 16], [3, 16]]),
        ((32, 40), [[1, 4], [1, 4], [1, 4], [1, 4], [1, 4]]),
    ],
)
def test_both_runtimes_answer_alike(
    tmp_path: Path, size: tuple[int, int], blocks: list[list[int]], hidden: int | None
) -> None:
    bundle = tiny_bundle(
        tmp_path,
        seed=size[0],
        preprocessing={"height": size[0], "width": size[1], "mode": "crop"},
        network={"blocks": blocks, "hidden": hidden},
    )
    reference = TensorFlowRuntime(bundle, request=DeviceRequest.CPU)
    largest = compare(reference.run, OnnxRuntime(bundle).run, noise(bundle))
    assert max(largest.values()) <= TOLERANCE, largest


def test_a_batch_is_answered_as_its_images_are(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path)
    runtime, pixels = OnnxRuntime(bundle), noise(bundle, 4)
    together = runtime.run(pixels)
    for index, image in enumerate(pixels):
        alone = runtime.run(image[np.newaxis])
        np.testing.assert_allclose(together.logits[index], alone.logits[0], rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(together.heat_maps[index], alone.heat_maps[0], atol=1e-5)
        np.testing.assert_allclose(together.embedding[index], alone.embedding[0], atol=1e-5)


@pytest.mark.parametrize(
    ("shape", "kind"), [((1, 10, 10, 3), np.uint8), ((1, 32, 48, 3), np.float32)]
)
def test_the_wrong_input_is_refused(tmp_path: Path, shape: tuple[int, ...], kind: type) -> None:
    with pytest.raises(InferenceError, match="The network takes"):
        OnnxRuntime(tiny_bundle(tmp_path)).run(np.zeros(shape, kind))


def test_a_failure_at_work_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tiny_bundle(tmp_path)
    runtime = OnnxRuntime(bundle)

    def fail(*_: object) -> None:
        raise Fail("device removed")

    monkeypatch.setattr(onnx_runtime, "_run", fail)
    with pytest.raises(InferenceError, match="device removed"):
        runtime.run(noise(bundle, 1))


def test_a_bundle_without_a_graph_says_so(tmp_path: Path) -> None:
    with pytest.raises(BundleUnsupported, match="no graph for ONNX Runtime"):
        OnnxRuntime(tiny_bundle(tmp_path, graph=False))


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


def test_the_cpu_is_chosen_and_said(tmp_path: Path) -> None:
    runtime = OnnxRuntime(tiny_bundle(tmp_path), request=DeviceRequest.CPU)
    assert runtime.engine is Engine.ONNXRUNTIME
    assert runtime.choice.device is Device.CPU
    assert runtime.choice.name
    assert runtime.choice.reason == "The CPU was asked for."


@pytest.fixture
def system_without_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_runtime, "available_providers", lambda: ["CPUExecutionProvider"])


@pytest.mark.usefixtures("system_without_gpu")
def test_without_gpu_support_the_cpu_answers(tmp_path: Path) -> None:
    choice = OnnxRuntime(tiny_bundle(tmp_path)).choice
    assert (choice.device, choice.reason) == (
        Device.CPU,
        "ONNX Runtime has no GPU support on this system.",
    )


@pytest.mark.usefixtures("system_without_gpu")
def test_a_gpu_that_is_demanded_but_absent(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailable, match="no GPU support"):
        OnnxRuntime(tiny_bundle(tmp_path), request=DeviceRequest.GPU)


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Let DirectML seem to be there; it is the CPU in disguise, after what `happens`."""
    monkeypatch.setattr(onnx_runtime, "available_providers", lambda: ["DmlExecutionProvider"])
    opened = onnx_runtime.open_session

    def pretend(happens: Callable[[], None]) -> None:
        def open_session(
            bundle: Bundle, provider: str, *, threads: int = 0
        ) -> onnxruntime.InferenceSession:
            if provider == "DmlExecutionProvider":
                happens()
            return opened(bundle, "CPUExecutionProvider", threads=threads)

        monkeypatch.setattr(onnx_runtime, "open_session", open_session)

    return pretend


Pretend = Callable[[Callable[[], Any]], None]


def test_a_gpu_that_works_is_used(tmp_path: Path, gpu: Pretend) -> None:
    gpu(lambda: None)
    choice = OnnxRuntime(tiny_bundle(tmp_path)).choice
    assert (choice.device, choice.name) == (Device.GPU, "GPU through DirectML")


def fail() -> None:
    raise EPFail("no adapter")


def test_a_gpu_that_fails_means_the_cpu(tmp_path: Path, gpu: Pretend) -> None:
    gpu(fail)
    choice = OnnxRuntime(tiny_bundle(tmp_path)).choice
    assert choice.device is Device.CPU
    assert choice.reason == "DirectML fails: no adapter"
    with pytest.raises(DeviceUnavailable, match="no adapter"):
        OnnxRuntime(tiny_bundle(tmp_path), request=DeviceRequest.GPU)


@pytest.mark.parametrize("factor", [1.1, np.nan])
def test_a_gpu_that_miscalculates_means_the_cpu(
    tmp_path: Path, gpu: Pretend, monkeypatch: pytest.MonkeyPatch, factor: float
) -> None:
    correct = onnx_runtime._run  # noqa: SLF001  # stands in for a device that this machine lacks
    wrong: list[object] = []

    def run(session: onnxruntime.InferenceSession, pixels: NDArray[np.uint8]) -> object:
        answer = correct(session, pixels)
        if wrong:
            wrong.clear()
            np.multiply(answer.logits, factor, out=answer.logits)
        return answer

    monkeypatch.setattr(onnx_runtime, "_run", run)
    gpu(lambda: wrong.append("next answer"))
    choice = OnnxRuntime(tiny_bundle(tmp_path)).choice
    assert choice.device is Device.CPU
    assert choice.reason == "The GPU miscalculates through DirectML."
