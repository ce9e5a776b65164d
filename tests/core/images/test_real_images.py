"""Real dermoscopic images and ordinary photographs, where they are at hand."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from core.images import ImageReader, Picture, find_images


def test_dermoscopic_images(shared_data: Path) -> None:
    images = list(islice(find_images([shared_data / "ham10000" / "images"]), 100))
    assert images
    with ImageReader(workers=2) as reader:
        for reading in reader.read_many(images):
            assert isinstance(reading.outcome, Picture)
            assert reading.outcome.pixels.shape == (240, 320, 3)


def test_ordinary_photographs(shared_data: Path) -> None:
    images = list(islice(find_images([shared_data / "caltech101"]), 100))
    assert images
    with ImageReader(workers=2) as reader:
        for reading in reader.read_many(images):
            assert isinstance(reading.outcome, Picture)
            assert min(reading.outcome.pixels.shape[:2]) >= 100
