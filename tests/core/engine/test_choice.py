"""Which runtime answers, on which machine, and that none is loaded which does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.engine import EngineRequest, choice, cuda, open_classifier
from core.errors import BundleUnsupported, DeviceUnavailable
from core.model import Bundle, DeviceChoice, DeviceRequest
from core.results import Device, Engine
from tests.core.tiny import tiny_bundle

NO_DRIVER = "No NVIDIA driver is loaded."


class FakeTensorFlow:
    """Stands in for TensorFlow on a machine with or without a GPU."""

    engine = Engine.TENSORFLOW

    def __init__(self, device: Device) -> None:
        self.choice = DeviceChoice(device, "fake", "TensorFlow sees no GPU.")


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    return tiny_bundle(tmp_path / "model")


@pytest.fixture(autouse=True)
def no_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "cuda_problem", lambda: NO_DRIVER)


def cuda_works(monkeypatch: pytest.MonkeyPatch, device: Device) -> list[DeviceRequest]:
    """Let TensorFlow seem worth its import; tell what it is asked for."""
    asked: list[DeviceRequest] = []

    def open_tensorflow(_: Bundle, request: DeviceRequest) -> FakeTensorFlow:
        asked.append(request)
        return FakeTensorFlow(device)

    monkeypatch.setattr(choice, "cuda_problem", lambda: None)
    monkeypatch.setattr(choice, "_open_tensorflow", open_tensorflow)
    return asked


def test_without_a_gpu_onnx_runtime_answers_and_says_why(bundle: Bundle) -> None:
    runtime = open_classifier(bundle).runtime
    assert runtime.engine is Engine.ONNXRUNTIME
    assert runtime.choice.device is Device.CPU
    assert runtime.choice.reason.startswith(NO_DRIVER)


def test_in_bulk_each_core_has_an_image(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "usable_cores", lambda: 3)
    assert open_classifier(bundle).at_once == 1
    assert open_classifier(bundle, bulk=True).at_once == 3
    monkeypatch.setattr(choice, "usable_cores", lambda: 300)
    assert open_classifier(bundle, bulk=True).at_once == 16


def test_in_bulk_too_a_gpu_has_one_image_at_a_time(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuda_works(monkeypatch, Device.GPU)
    assert open_classifier(bundle, bulk=True).at_once == 1


def test_a_gpu_of_tensorflow_comes_first(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = cuda_works(monkeypatch, Device.GPU)
    assert open_classifier(bundle).runtime.engine is Engine.TENSORFLOW
    assert asked == [DeviceRequest.AUTO]


def test_a_gpu_that_tensorflow_cannot_use_leaves_the_cpu_to_onnx_runtime(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuda_works(monkeypatch, Device.CPU)
    runtime = open_classifier(bundle).runtime
    assert runtime.engine is Engine.ONNXRUNTIME
    assert runtime.choice.reason.startswith("TensorFlow sees no GPU.")


def test_the_cpu_needs_no_tensorflow_even_where_there_is_a_gpu(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = cuda_works(monkeypatch, Device.GPU)
    runtime = open_classifier(bundle, device=DeviceRequest.CPU).runtime
    assert (runtime.engine, asked) == (Engine.ONNXRUNTIME, [])


def test_a_gpu_that_is_demanded_in_vain_says_all_reasons(bundle: Bundle) -> None:
    with pytest.raises(DeviceUnavailable, match=f"ONNX Runtime has no GPU support.*{NO_DRIVER}"):
        open_classifier(bundle, device=DeviceRequest.GPU)


@pytest.mark.parametrize("engine", [EngineRequest.AUTO, EngineRequest.TENSORFLOW])
def test_a_bundle_without_a_graph_opens_under_tensorflow(
    tmp_path: Path, engine: EngineRequest
) -> None:
    old = tiny_bundle(tmp_path, graph=False)
    assert open_classifier(old, engine=engine).runtime.engine is Engine.TENSORFLOW


def test_a_bundle_without_a_graph_cannot_have_onnx_runtime(tmp_path: Path) -> None:
    with pytest.raises(BundleUnsupported):
        open_classifier(tiny_bundle(tmp_path, graph=False), engine=EngineRequest.ONNXRUNTIME)


@pytest.mark.parametrize(
    ("engine", "module", "name"),
    [
        (EngineRequest.TENSORFLOW, "core.engine.tensorflow_runtime", "TensorFlow"),
        (EngineRequest.ONNXRUNTIME, "core.engine.onnx_runtime", "ONNX Runtime"),
    ],
)
def test_a_runtime_that_is_not_installed_is_named(
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
    engine: EngineRequest,
    module: str,
    name: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(DeviceUnavailable, match=f"{name} cannot be loaded"):
        open_classifier(bundle, engine=engine)


def test_importing_the_choice_loads_no_runtime() -> None:
    code = "import sys, core.engine.choice; print(*sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert not {"keras", "onnx", "onnxruntime", "tensorflow"} & set(result.stdout.split())


class TestCuda:
    @pytest.fixture(autouse=True)
    def linux_with_a_driver(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        (tmp_path / "version").touch()
        monkeypatch.setattr(cuda, "DRIVERS", (tmp_path / "dxg", tmp_path / "version"))
        monkeypatch.setattr(cuda, "find_spec", lambda _: object())
        monkeypatch.setattr(cuda, "_is_installed", lambda _: False)

    def test_with_driver_and_library_only_the_import_tells(self) -> None:
        assert cuda.cuda_problem() is None

    def test_other_systems_have_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        assert cuda.cuda_problem() == "TensorFlow has no GPU support on this system."

    def test_without_a_driver(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cuda, "DRIVERS", ())
        assert cuda.cuda_problem() == NO_DRIVER

    @pytest.mark.parametrize(("spec", "cpu_build"), [(None, False), (object(), True)])
    def test_without_a_tensorflow_for_it(
        self, monkeypatch: pytest.MonkeyPatch, spec: object, *, cpu_build: bool
    ) -> None:
        monkeypatch.setattr(cuda, "find_spec", lambda _: spec)
        monkeypatch.setattr(cuda, "_is_installed", lambda _: cpu_build)
        problem = cuda.cuda_problem()
        assert problem is not None
        assert "no TensorFlow with GPU support" in problem


@pytest.mark.parametrize(("name", "there"), [("numpy", True), ("no-such-library", False)])
def test_what_is_installed(name: str, *, there: bool) -> None:
    assert cuda._is_installed(name) is there  # noqa: SLF001  # its answer depends on the machine
