"""Classifiers that need no runtime, for the engine's process: they echo, crash, hang and refuse.

What a picture is to cause is written into its colour, so that tests can order it from another
process; what the process is to cause at its start is written into the bundle's folder.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import DeviceUnavailable, InferenceError
from core.model import Bundle, Classifier, DeviceChoice, DeviceRequest, RawAnswer
from core.results import Device, Engine

CLASSES = 7
STARTS_TO_FAIL = "starts_to_fail"
GO = "go"


class Deed(IntEnum):
    """What a picture causes: its red value."""

    ECHO = 0
    CRASH = 1
    CRASH_ONCE = 2
    HANG = 3
    HANG_ONCE = 4
    REFUSE = 5
    REFUSE_ON_GPU = 6
    NO_NUMBER_ON_GPU = 7
    CRASH_ON_GPU = 8
    SURPRISE = 9
    WAIT = 10
    OUT_OF_MEMORY = 11


class FakeRuntime:
    """Answers each picture with its own number, or does its deed."""

    engine = Engine.TENSORFLOW

    def __init__(self, folder: Path, device: Device) -> None:
        self.choice = DeviceChoice(device, f"fake {device}", "As the test wants it.")
        self._folder = folder

    def run(self, pixels: NDArray[np.uint8]) -> RawAnswer:
        red, green, blue = (int(value) for value in pixels[0, 0, 0])
        assert (pixels == pixels[0, 0, 0]).all()
        self._do(Deed(red))
        views = len(pixels)
        logits = np.zeros((views, CLASSES), np.float32)
        logits[:, 0] = green + 256 * blue
        if red == Deed.NO_NUMBER_ON_GPU and self.choice.device is Device.GPU:
            logits[0, 1] = np.nan
        return RawAnswer(
            logits,
            np.zeros((views, CLASSES, 2, 3), np.float32),
            np.zeros((views, 4), np.float32),
        )

    def _do(self, deed: Deed) -> None:
        on_gpu = self.choice.device is Device.GPU
        if deed is Deed.CRASH or (deed is Deed.CRASH_ONCE and self._first("crash")):
            os._exit(3)
        if deed is Deed.CRASH_ON_GPU and on_gpu:
            os.abort()
        if deed is Deed.HANG or (deed is Deed.HANG_ONCE and self._first("hang")):
            os.kill(os.getpid(), signal.SIGSTOP)
        if deed is Deed.REFUSE or (deed is Deed.REFUSE_ON_GPU and on_gpu):
            raise InferenceError("The runtime does not like it.", value=lambda: "not picklable")
        while deed is Deed.WAIT and not (self._folder / GO).exists():
            time.sleep(0.01)
        if deed is Deed.OUT_OF_MEMORY:
            _take_more_memory_than_there_is()
        if deed is Deed.SURPRISE:
            raise KeyError("surprise")

    def _first(self, name: str) -> bool:
        try:
            (self._folder / name).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


def _take_more_memory_than_there_is() -> None:
    import resource  # Windows has none

    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + (64 << 20), resource.RLIM_INFINITY))
    np.ones(1 << 30)


def on_cpu(bundle: Bundle, *, device: DeviceRequest, **_: object) -> Classifier:
    del device
    return Classifier(bundle, FakeRuntime(bundle.folder, Device.CPU))


def on_gpu(bundle: Bundle, *, device: DeviceRequest, **_: object) -> Classifier:
    used = Device.CPU if device is DeviceRequest.CPU else Device.GPU
    return Classifier(bundle, FakeRuntime(bundle.folder, used))


def gpu_fails_at_start(bundle: Bundle, *, device: DeviceRequest, **_: object) -> Classifier:
    if device is not DeviceRequest.CPU:
        raise DeviceUnavailable("The GPU cannot be used: it miscalculates.")
    return on_cpu(bundle, device=device)


def gpu_crashes_at_start(bundle: Bundle, *, device: DeviceRequest, **_: object) -> Classifier:
    if device is not DeviceRequest.CPU:
        os.abort()
    return on_cpu(bundle, device=device)


def fails_at_start(bundle: Bundle, *, device: DeviceRequest, **_: object) -> Classifier:
    """Die as often as the file in the bundle's folder says, in turns by exception and by crash."""
    path = bundle.folder / STARTS_TO_FAIL
    left = int(path.read_text())
    if left:
        path.write_text(str(left - 1))
        os.write(2, b"native library: no such symbol\n")
        if left % 2:
            raise OSError("library not found")
        os._exit(7)
    return on_cpu(bundle, device=device)


def hangs_at_start(bundle: Bundle, *, device: DeviceRequest, **_: object) -> Classifier:
    """Hang at the first start only."""
    if not (bundle.folder / "hung").exists():
        (bundle.folder / "hung").touch()
        threading.Event().wait(600)
    return on_cpu(bundle, device=device)


def no_runtime(bundle: Bundle, *, device: DeviceRequest, **_: object) -> Classifier:
    raise DeviceUnavailable(f"No runtime is installed for {bundle.card.name} on {device}.")
