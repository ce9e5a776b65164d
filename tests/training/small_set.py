"""A small set in HAM10000's layout, and experiments small enough for tests."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from PIL import Image

from core.datasets.ham10000 import read_ham10000
from core.taxonomy import HAM10000
from training.dividing import split_by_lesion
from training.experiment import Classification, Distilling, Stage
from training.material import Material

CODES = tuple(entry.code for entry in HAM10000)
SEED = 7
TEACHER = Classification(
    name="tiny_teacher", architecture="cnn", size=(64, 96), epochs=1, batch_size=8
)  # fmt: skip
STUDENT = Distilling(
    name="tiny_student",
    teacher=TEACHER,
    stages=(Stage(epochs=2, size=(32, 48)), Stage(epochs=1, size=(64, 96))),
    batch_size=8,
    blocks=((1, 8), (1, 16)),
    precision="float32",
)


def write_small_set(folder: Path, *, per_class: int = 12) -> Path:
    """Draw lesions of seven colours, two images each, and their metadata."""
    (folder / "images").mkdir(parents=True)
    generator = np.random.default_rng(1)
    rows = []
    for index, code in enumerate(CODES):
        for number in range(per_class):
            for view in "ab":
                image_id = f"{code}_{number}{view}"
                _draw(generator, index).save(folder / "images" / f"{image_id}.jpg")
                rows.append(
                    {
                        "lesion_id": f"{code}_{number}",
                        "image_id": image_id,
                        "dx": code,
                        "dx_type": "histo",
                        "split": "ham10000",
                    }
                )
    with (folder / "metadata.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return folder


def _draw(generator: np.random.Generator, index: int) -> Image.Image:
    pixels = generator.integers(150, 230, (64, 96, 3))
    colour = np.array([(index >> bit & 1) * 200 for bit in range(3)])
    pixels[16:48, 24:72] = colour + generator.integers(0, 30, (32, 48, 3))
    return Image.fromarray(pixels.astype(np.uint8))


def material_of(data: Path, cache: Path, *, limit: int | None = None) -> Material:
    """Read and split what `write_small_set` drew."""
    dataset = read_ham10000(data)
    return Material(dataset, split_by_lesion(dataset.trainable, seed=SEED), cache, limit)
