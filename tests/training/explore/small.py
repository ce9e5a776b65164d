"""Data sets small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from core.datasets import Dataset, Sample
from core.datasets.statement import Statement

SKIN, LESION = (220, 180, 160), (110, 60, 50)


def sample(  # a data set says this much of an image
    name: str,
    code: str,
    *,
    path: Path = Path("absent.png"),
    lesion: str | None = None,
    origin: str = "all",
    age: float | None = None,
    sex: str | None = None,
    site: str | None = None,
    confirmation: str | None = None,
) -> Sample:
    return Sample(
        image_id=name, path=path, code=code, lesion_id=lesion, origin=origin, age=age, sex=sex,
        site=site, confirmation=confirmation,
    )  # fmt: skip


def dataset(folder: Path, *samples: Sample) -> Dataset:
    return Dataset(folder, Statement(name=folder.name), samples)


def lesion_pixels(
    height: int = 30, width: int = 40
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """A dark lesion in the middle of light skin, (height, width, 3)."""
    pixels = np.full((height, width, 3), SKIN, np.uint8)
    pixels[height // 5 : -(height // 5), width // 5 : -(width // 5)] = LESION
    return pixels


def write_image(path: Path, *, height: int = 30, width: int = 40, shift: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.clip(lesion_pixels(height, width).astype(int) + shift, 0, 255).astype(np.uint8)
    Image.fromarray(pixels).save(path)
    return path
