"""Which device TensorFlow runs on: the GPU when there is one that works, else the CPU."""

from __future__ import annotations

from contextlib import suppress

import tensorflow as tf

from core.engine.processor import processor_name
from core.errors import DeviceUnavailable
from core.language import say
from core.model.runtime import DeviceChoice, DeviceRequest
from core.results import Device


def choose_device(request: DeviceRequest) -> DeviceChoice:
    """Choose, and say why.

    Parameters
    ----------
    request : DeviceRequest
        What the user wants.

    Raises
    ------
    DeviceUnavailable
        If a GPU is demanded and none works.
    """
    if request is DeviceRequest.CPU:
        _hide_gpus()
        return _cpu(say("The CPU was asked for."))
    gpus = tf.config.list_physical_devices("GPU")
    problem = _problem(gpus[0]) if gpus else say("TensorFlow sees no GPU.")
    if problem is None:
        details = tf.config.experimental.get_device_details(gpus[0])
        name = str(details.get("device_name", gpus[0].name))
        return DeviceChoice(Device.GPU, name, say("TensorFlow sees this GPU, and it works."))
    if request is DeviceRequest.GPU:
        raise DeviceUnavailable(
            say("The GPU cannot be used: {problem}", problem=problem), value=str(request)
        )
    _hide_gpus()
    return _cpu(problem)


def _cpu(reason: str) -> DeviceChoice:
    return DeviceChoice(Device.CPU, processor_name(), reason)


def _problem(gpu: tf.config.PhysicalDevice) -> str | None:
    """Try a GPU: a driver that lists it may still fail at the first product."""
    try:
        tf.config.experimental.set_memory_growth(gpu, enable=True)
        with tf.device("/GPU:0"):
            product = tf.linalg.matmul(tf.eye(8), tf.eye(8)).numpy()
    except (tf.errors.OpError, RuntimeError, ValueError) as error:
        return say("TensorFlow sees {name}, but it fails: {error}", name=gpu.name, error=error)
    return (
        None
        if product.trace() == 8
        else say("TensorFlow sees {name}, but it miscalculates.", name=gpu.name)
    )


def _hide_gpus() -> None:
    # Only spares the GPU's memory: the runtime places its network by the device's name, so it does
    # no harm that a TensorFlow which is at work already refuses.
    with suppress(RuntimeError):
        tf.config.set_visible_devices([], "GPU")
