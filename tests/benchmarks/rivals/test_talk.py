"""What programs are given is read back, and pictures are fitted as Lentigo fits them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.rivals.talk import Task
from core.images import FitSpec, decode, fit
from core.images.encode import encode_png
from core.model.conclusion import softmax


def task(folder: Path, *, height: int = 48, width: int = 64) -> Task:
    return Task(folder, height, width, 1.5, ((1, 4), (2, 8)), hidden=True)


def test_a_task_is_read_as_it_was_written(tmp_path: Path) -> None:
    task(tmp_path).write()
    assert Task.read(tmp_path) == task(tmp_path)


@pytest.mark.parametrize("shape", [(45, 60), (90, 60), (30, 100), (48, 64)])
def test_pictures_are_fitted_alike(tmp_path: Path, shape: tuple[int, int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    file = tmp_path / "picture.png"
    file.write_bytes(encode_png(pixels))
    ours = fit(decode(file.read_bytes()).pixels, FitSpec(height=48, width=64)).pixels
    np.testing.assert_array_equal(task(tmp_path).pixels(file), ours)


def test_probabilities_are_those_of_the_softmax(tmp_path: Path) -> None:
    logits = np.array([3.0, -1.0, 0.5], np.float32)
    expected = softmax(logits, temperature=1.5)
    np.testing.assert_allclose(task(tmp_path).probabilities(logits), expected, rtol=1e-5)
