"""The GPU when there is one that works, else the CPU, and always the reason."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
import tensorflow as tf

from core.engine import tensorflow_devices
from core.engine.tensorflow_devices import choose_device
from core.errors import DeviceUnavailable
from core.model import DeviceRequest
from core.results import Device

GPU = SimpleNamespace(name="/physical_device:GPU:0", device_type="GPU")


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let TensorFlow list a GPU, in which `problem` is found."""

    def install(*, problem: str | None) -> None:
        monkeypatch.setattr(tf.config, "list_physical_devices", lambda _kind: [GPU])
        monkeypatch.setattr(tensorflow_devices, "_problem", lambda _gpu: problem)
        monkeypatch.setattr(
            tf.config.experimental, "get_device_details", lambda _gpu: {"device_name": "RTX"}
        )

    return install


def test_a_gpu_that_works_is_taken(pretend: Callable[..., None]) -> None:
    pretend(problem=None)
    choice = choose_device(DeviceRequest.AUTO)
    assert (choice.device, choice.name) == (Device.GPU, "RTX")
    assert choose_device(DeviceRequest.GPU).device is Device.GPU


def test_a_gpu_that_fails_means_the_cpu_and_says_so(pretend: Callable[..., None]) -> None:
    pretend(problem="it fails: out of memory")
    choice = choose_device(DeviceRequest.AUTO)
    assert choice.device is Device.CPU
    assert choice.reason == "it fails: out of memory"


def test_a_gpu_that_was_demanded_and_fails_is_an_error(pretend: Callable[..., None]) -> None:
    pretend(problem="it fails: out of memory")
    with pytest.raises(DeviceUnavailable, match="cannot be used: it fails: out of memory"):
        choose_device(DeviceRequest.GPU)


def test_the_cpu_is_taken_when_asked_for_even_beside_a_gpu(pretend: Callable[..., None]) -> None:
    pretend(problem=None)
    choice = choose_device(DeviceRequest.CPU)
    assert choice.device is Device.CPU
    assert choice.reason == "The CPU was asked for."
    assert choice.name


def test_a_gpu_that_cannot_calculate_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """No GPU is here, so naming one fails as a broken driver does."""

    def fail(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("driver lost")

    monkeypatch.setattr(tf.config.experimental, "set_memory_growth", fail)
    problem = tensorflow_devices._problem(GPU)  # noqa: SLF001 - its answer depends on hardware
    assert problem == "TensorFlow sees /physical_device:GPU:0, but it fails: driver lost"
