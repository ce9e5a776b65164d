"""Adapter to TensorFlow's MirroredStrategy."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import tensorflow as tf


def mirrored() -> tuple[int, Callable[[], AbstractContextManager[object]]]:
    """Return the number of devices, and the strategy's scope.

    All GPUs; without any, the logical CPUs into which a test has parted this machine's.
    """
    devices = tf.config.list_logical_devices("GPU") or tf.config.list_logical_devices("CPU")
    strategy = tf.distribute.MirroredStrategy([device.name for device in devices])
    return len(devices), strategy.scope
