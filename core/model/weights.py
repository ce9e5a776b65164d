"""Adapter to safetensors: named arrays to bytes and back, float16 at rest, float32 in use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from core.errors import BundleDamaged, BundleError
from core.language import say


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
            raise BundleError(
                say("{name} holds values that float16 cannot.", name=name), value=name
            )
    return save(halved)


def decode_weights(data: bytes, *, path: Path) -> dict[str, NDArray[np.float32]]:
    """Read arrays as float32, by name: the library's own order differs from run to run.

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
    arrays = check_weights(data, path=path)
    return {name: np.asarray(arrays[name], dtype=np.float32) for name in sorted(arrays)}


def check_weights(data: bytes, *, path: Path) -> dict[str, NDArray[np.floating]]:
    """Read arrays as they are stored.

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
        finite = all(np.isfinite(array).all() for array in arrays.values())
    except (SafetensorError, KeyError, ValueError, TypeError) as error:
        raise BundleDamaged(say("{path} does not hold weights.", path=path), value=path) from error
    if not finite:
        raise BundleDamaged(say("{path} holds weights that are no numbers.", path=path), value=path)
    return arrays


@dataclass(frozen=True, slots=True)
class WeightPlace:
    """Where an array lies in a weights file, for those who refer to it instead of reading it.

    Parameters
    ----------
    offset, length : int
        In bytes, from the beginning of the file.
    shape : tuple of int
        Of the array; float16, little-endian, the last axis varies fastest.
    """

    offset: int
    length: int
    shape: tuple[int, ...]


def weight_places(data: bytes) -> dict[str, WeightPlace]:
    """Find the arrays in a weights file, by name.

    Parameters
    ----------
    data : bytes
        What `encode_weights` gave: the header's length in 8 bytes, the header in JSON, whose
        offsets count from its own end, then the arrays.
    """
    begin = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:begin])
    header.pop("__metadata__", None)
    places = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        places[name] = WeightPlace(begin + first, last - first, tuple(entry["shape"]))
    return places
