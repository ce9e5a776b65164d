"""Real images of lesions that were photographed more than once, and their experts' masks."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

EVERY = 65


def pairs(shared_data: Path) -> list[tuple[str, str]]:
    """Two images of each of some 30 lesions of HAM10000."""
    images = defaultdict(list)
    with (shared_data / "ham10000" / "metadata.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            if row["split"] == "ham10000":
                images[row["lesion_id"]].append(row["image_id"])
    several = sorted(lesion for lesion, names in images.items() if len(names) > 1)
    return [(images[lesion][0], images[lesion][1]) for lesion in several[::EVERY]]


def pixels(shared_data: Path, name: str) -> NDArray[np.uint8]:
    path = shared_data / "ham10000" / "images" / f"{name}.jpg"
    return np.asarray(Image.open(path).convert("RGB"))


def mask(shared_data: Path, name: str) -> NDArray[np.bool_]:
    folder = shared_data / "ham10000" / "masks"
    path = next(folder.glob(f"{name}*.png"))
    return np.asarray(Image.open(path).convert("L")) > 127
