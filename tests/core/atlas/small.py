"""A small labelled set of drawn noise, and an atlas of it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from core.atlas import Atlas
from core.atlas.build import build_atlas
from core.datasets import Dataset, read_dataset
from core.engine import open_classifier
from core.model import Bundle, Classifier, DeviceRequest
from tests.core.tiny import tiny_bundle

CODES = ("nv", "nv", "mel", "nv", "bcc", "nv")
LESIONS = ("a", "a", "b", "c", "d", "e")
MORE = {
    "dx_detail": "as written",
    "image_type": "dermoscopic",
    "fitzpatrick_skin_type": "III",
    "copyright_license": "CC-0",
    "attribution": "Anonymous",
}


def write_image(path: Path, *, seed: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    generator = np.random.default_rng(seed)
    pixels = np.full((64, 96, 3), generator.integers(40, 255, 3), np.uint8)
    pixels[16:48, 24:72] = generator.integers(0, 200, (32, 48, 3))
    Image.fromarray(pixels).save(path)
    return path


def write_set(
    folder: Path, *, codes: Sequence[str] = CODES, lesions: Sequence[str] = LESIONS
) -> Path:
    """Write images and a table of paths, labels, lesions and patients."""
    rows = [("path", "label", "lesion_id", "dx_type", "age", "sex", "site", *MORE)]
    for number, (code, lesion) in enumerate(zip(codes, lesions, strict=True)):
        write_image(folder / "images" / f"{number}.png", seed=number)
        known = ("histo", "45", "female", "back", *MORE.values())
        rows.append((f"images/{number}.png", code, lesion, *known))
    with (folder / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return folder


def read_set(folder: Path) -> Dataset:
    return read_dataset(folder, cache=folder / "cache")


def open_tiny(folder: Path, *, seed: int = 0) -> Classifier:
    bundle: Bundle = tiny_bundle(folder, seed=seed)
    return open_classifier(bundle, device=DeviceRequest.CPU)


def small_atlas(folder: Path, classifier: Classifier | None = None) -> Atlas:
    """Build an atlas beside its images."""
    data = read_set(write_set(folder / "data"))
    return build_atlas(data, classifier, out=folder / "data" / "atlas").atlas
