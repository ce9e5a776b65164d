"""A GPU that fails, at its start or at work, means the CPU, and that is said."""

from __future__ import annotations

import pytest

from core.engine.messages import DeviceFellBack, EngineFailed, EngineReady, EngineStarting, JobDone
from core.errors import DeviceUnavailable
from core.model import DeviceRequest
from core.results import Device
from tests.core.engine.conftest import Start
from tests.core.engine.fakes import Deed
from tests.core.engine.support import Listener, picture
from tests.platforms import WINDOWS

aborts = pytest.mark.skipif(WINDOWS, reason="abort opens a dialogue there")


def devices(listener: Listener) -> list[Device]:
    return [ready.choice.device for ready in listener.of(EngineReady)]


def test_a_gpu_that_works_is_used(start: Start, listener: Listener) -> None:
    start("on_gpu").submit(picture(1), job=1)
    listener.wait_for_answers(1)
    (done,) = listener.of(JobDone)
    assert done.analysis.device is Device.GPU
    assert not listener.of(DeviceFellBack)


@pytest.mark.expected_logs("it miscalculates")
@pytest.mark.parametrize("request_", [DeviceRequest.AUTO, DeviceRequest.GPU])
def test_a_gpu_that_fails_at_its_start(
    start: Start, listener: Listener, request_: DeviceRequest
) -> None:
    start("gpu_fails_at_start", device=request_).submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert devices(listener) == [Device.CPU]
    (fell_back,) = listener.of(DeviceFellBack)
    assert "it miscalculates" in fell_back.reason
    assert listener.of(EngineReady)[0].choice.reason == fell_back.reason


@aborts
@pytest.mark.expected_logs("SIGABRT")
def test_a_gpu_that_crashes_at_its_start(start: Start, listener: Listener) -> None:
    """The last of the three attempts is made on the CPU."""
    start("gpu_crashes_at_start").submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert devices(listener) == [Device.CPU]
    assert len(listener.of(EngineStarting)) == 3
    assert len(listener.of(DeviceFellBack)) == 1


@pytest.mark.expected_logs("does not like it|not numbers")
@pytest.mark.parametrize("deed", [Deed.REFUSE_ON_GPU, Deed.NO_NUMBER_ON_GPU])
def test_a_gpu_that_fails_at_work(start: Start, listener: Listener, deed: Deed) -> None:
    engine = start("on_gpu")
    for job in range(4):
        engine.submit(picture(job, deed if job else Deed.ECHO), job=job)
    listener.wait_for_answers(0, 1, 2, 3)
    assert [listener.number(job) for job in range(4)] == [0, 1, 2, 3]
    assert devices(listener) == [Device.GPU, Device.CPU]
    assert len(listener.of(DeviceFellBack)) == 1


@aborts
@pytest.mark.expected_logs("SIGABRT")
def test_a_gpu_that_crashes_at_work(start: Start, listener: Listener) -> None:
    start("on_gpu").submit(picture(5, Deed.CRASH_ON_GPU), job=5)
    listener.wait_for_answers(5)
    assert listener.number(5) == 5
    assert devices(listener) == [Device.GPU, Device.CPU]
    assert len(listener.of(DeviceFellBack)) == 1


@pytest.mark.expected_logs("does not like it")
def test_asking_again_tries_the_gpu_again(start: Start, listener: Listener) -> None:
    engine = start("on_gpu")
    engine.submit(picture(1, Deed.REFUSE_ON_GPU), job=1)
    listener.wait_for_answers(1)
    engine.restart()
    listener.wait(EngineReady, 3)
    assert devices(listener) == [Device.GPU, Device.CPU, Device.GPU]


@pytest.mark.expected_logs("No runtime is installed")
def test_without_a_runtime_no_gpu_is_blamed(start: Start, listener: Listener) -> None:
    start("no_runtime").submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert isinstance(listener.error(1), DeviceUnavailable)
    assert "No runtime is installed" in listener.error(1).message
    assert len(listener.of(EngineFailed)) == 1
    assert not listener.of(DeviceFellBack)
