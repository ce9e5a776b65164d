"""Decoded once, then read as fast as memory: the pixels of a data set as one mapped array."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from core.datasets import Sample
from core.errors import DatasetError, ImageError
from core.images import FitMode, FitSpec, ImageReader, Picture, fit


def decoded(samples: Sequence[Sample], spec: FitSpec, *, cache: Path) -> NDArray[np.uint8]:
    """Read all images at one size, from the cache where they lie there already.

    Parameters
    ----------
    samples : sequence of Sample
        What to read.
    spec : FitSpec
        Size and fit mode: `core.images.fit`, as in the clinic.
    cache : Path
        Folder for the arrays.

    Returns
    -------
    ndarray of uint8
        (n, height, width, 3), memory-mapped, read-only.

    Raises
    ------
    DatasetError
        If an image cannot be read, or the array cannot be kept.
    """
    try:
        path = cache / f"{_key(samples, spec)}.npy"
        if not path.exists():
            cache.mkdir(parents=True, exist_ok=True)
            _require_room(cache, size=len(samples) * spec.height * spec.width * 3)
            _keep(samples, spec, path)
        return np.asarray(np.load(path, mmap_mode="r"))
    except OSError as error:
        raise DatasetError(
            f"{error.filename or cache} cannot be read or written: {error.strerror or error}.",
            value=cache,
        ) from error


def _require_room(cache: Path, *, size: int) -> None:
    # Writing to mapped memory on a full disk kills the process instead of raising.
    free = shutil.disk_usage(cache).free
    if size > free:
        raise DatasetError(
            f"{cache} has room for {free / 1e9:.1f} GB, but the decoded images need "
            f"{size / 1e9:.1f}: name another folder in LENTIGO_RUNS.",
            value=size,
        )


def _keep(samples: Sequence[Sample], spec: FitSpec, path: Path) -> None:
    aside = path.with_suffix(f".{os.getpid()}.part")
    try:
        _decode(samples, spec, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _decode(samples: Sequence[Sample], spec: FitSpec, path: Path) -> None:
    pixels = open_memmap(
        path, mode="w+", dtype=np.uint8, shape=(len(samples), spec.height, spec.width, 3)
    )
    rows: dict[float | None, list[int]] = defaultdict(list)
    for row, sample in enumerate(samples):
        rows[sample.aspect].append(row)
    with ImageReader() as reader:
        for aspect, some in rows.items():
            # Fitted where it is decoded: the network's few pixels cross between processes, not all.
            readings = reader.work_many(
                [samples[row].path for row in some], partial(_fitted, spec=spec, aspect=aspect)
            )
            for row, reading in zip(some, readings, strict=True):
                if isinstance(reading.outcome, ImageError):
                    path = samples[row].path
                    message = f"{path} cannot be read: {reading.outcome.message}"
                    raise DatasetError(message, value=path)
                pixels[row] = reading.outcome
    pixels.flush()


def _fitted(picture: Picture, *, spec: FitSpec, aspect: float | None) -> NDArray[np.uint8]:
    if aspect is None:
        return fit(picture.pixels, spec).pixels
    height = picture.pixels.shape[0]
    whole = FitSpec(height, max(round(height * aspect), 1), FitMode.STRETCH)
    return fit(fit(picture.pixels, whole).pixels, spec).pixels


def _key(samples: Sequence[Sample], spec: FitSpec) -> str:
    digest = hashlib.sha256(f"{spec.height}x{spec.width} {FitMode(spec.mode).value}".encode())
    for sample in samples:
        state = sample.path.stat()
        digest.update(f"{sample.path.resolve()} {state.st_size} {state.st_mtime_ns}\n".encode())
        if sample.aspect is not None:
            digest.update(f"{sample.aspect}\n".encode())
    return digest.hexdigest()[:32]
