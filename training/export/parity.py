"""How far two runtimes' answers to the same pixels lie apart."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.engine.onnx_runtime import OnnxRuntime
from core.model import Bundle, DeviceRequest, RawAnswer
from training.console import say
from training.errors import RunError

TOLERANCE = 1e-4
"""Largest difference, as `differences` counts it, that two runtimes may show."""

Answering = Callable[[NDArray[np.uint8]], RawAnswer]


def require_parity(
    bundle: Bundle, reference: Answering, pixels: NDArray[np.uint8]
) -> dict[str, float]:
    """Let ONNX Runtime answer on the CPU, and say how far it is from the reference.

    Parameters
    ----------
    bundle : Bundle
        With a graph.
    reference : callable
        Answers batches of pixels with the bundle's network.
    pixels : ndarray of uint8
        Images of the network's input size, (images, height, width, 3).

    Returns
    -------
    dict of str to float
        The largest difference of each output: see `differences`.

    Raises
    ------
    RunError
        If one is larger than `TOLERANCE`.
    """
    runtime = OnnxRuntime(bundle, request=DeviceRequest.CPU)
    largest = compare(reference, runtime.run, pixels)
    words = ", ".join(f"{name} {value:.1e}" for name, value in largest.items())
    say(f"ONNX Runtime against Keras, {len(pixels)} images, largest differences: {words}")
    if not all(value <= TOLERANCE for value in largest.values()):
        raise RunError(f"The bundle's graph answers otherwise than its network: {words}.")
    return largest


def compare(first: Answering, second: Answering, pixels: NDArray[np.uint8]) -> dict[str, float]:
    """Compare the answers to each of `pixels`, one image at a time as the window asks."""
    largest = dict.fromkeys(RawAnswer.__slots__, 0.0)
    for image in pixels:
        batch = image[np.newaxis]
        for name, value in differences(first(batch), second(batch)).items():
            largest[name] = max(largest[name], value)
    return largest


def differences(first: RawAnswer, second: RawAnswer) -> dict[str, float]:
    """Give each output's largest difference, as a share of that output's largest absolute value.

    Infinite where an output is not a number, or zero in one answer alone.
    """
    return {
        name: _difference(getattr(first, name), getattr(second, name))
        for name in RawAnswer.__slots__
    }


def _difference(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    apart, scale = float(np.abs(first - second).max()), float(np.abs(first).max())
    if apart == 0:
        return 0.0
    return apart / scale if np.isfinite(apart) and scale > 0 else float("inf")
