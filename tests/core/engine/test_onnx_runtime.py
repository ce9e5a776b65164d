"""ONNX Runtime answers as TensorFlow does, and says what it was refused for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from onnxruntime.capi.onnxruntime_pybind11_state import Fail

from core.engine import onnx_runtime
from core.engine.onnx_runtime import OnnxRuntime
from core.engine.tensorflow_runtime import TensorFlowRuntime
from core.errors import BundleUnsupported, InferenceError
from core.model import DeviceRequest
from tests.core.engine.onnx_inputs import noise
from tests.core.tiny import tiny_bundle
from training.export.parity import TOLERANCE, compare


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
