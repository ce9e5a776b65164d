"""ONNX Runtime says what it runs on, and falls back to the CPU."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import EPFail

from core.engine import onnx_runtime
from core.engine.onnx_runtime import OnnxRuntime
from core.errors import DeviceUnavailable
from core.model import Bundle, DeviceRequest
from core.results import Device, Engine
from tests.core.tiny import tiny_bundle


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
