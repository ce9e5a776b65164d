"""Adapter to safetensors: named arrays to bytes and back, float16 at rest, float32 in use."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from core.errors import BundleDamaged, BundleError


def encode_weights(weights: Mapping[str, NDArray[np.floating]]) -> bytes:
    """Write arrays as float16.

    Raises
    ------
    BundleError
        If a value is not finite, or too large for float16.
    """
    halved = {}
    for name, array in weights.items():
        with np.errstate(over="ignore"):
            halved[name] = np.ascontiguousarray(array, dtype=np.float16)
        if not np.isfinite(halved[name]).all():
            raise BundleError(f"{name} holds values that float16 cannot.", value=name)
    return save(halved)


def decode_weights(data: bytes, *, path: Path) -> dict[str, NDArray[np.float32]]:
    """Read arrays as float32.

    Parameters
    ----------
    data : bytes
        What `encode_weights` gave.
    path : Path
        Where they came from, for the error.

    Raises
    ------
    BundleDamaged
        If the bytes are not such arrays.
    """
    try:
        arrays = load(data)
    except (SafetensorError, KeyError, ValueError, TypeError) as error:
        raise BundleDamaged(f"{path} does not hold weights.", value=path) from error
    weights = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()}
    if not all(np.isfinite(array).all() for array in weights.values()):
        raise BundleDamaged(f"{path} holds weights that are no numbers.", value=path)
    return weights
