"""Images are decoded once, each into its own row, and as the clinic decodes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.datasets import Sample
from core.errors import DatasetError
from core.images import FitMode, FitSpec, fit, read_image
from training import pixels

SPEC = FitSpec(height=12, width=16, mode=FitMode.CROP)


@pytest.fixture
def samples(tmp_path: Path) -> list[Sample]:
    """Images of different sizes and contents; more than there are cores."""
    generator = np.random.default_rng(5)
    (tmp_path / "images").mkdir()
    made = []
    for number in range(40):
        path = tmp_path / "images" / f"{number}.png"
        shape = (20 + number % 7, 30 + number % 5, 3)
        Image.fromarray(generator.integers(0, 256, shape, dtype=np.uint8)).save(path)
        made.append(Sample(path.stem, path, "nv"))
    return made


def test_every_row_is_its_sample_as_the_clinic_sees_it(
    samples: list[Sample], tmp_path: Path
) -> None:
    rows = pixels.decoded(samples, SPEC, cache=tmp_path / "cache")
    assert rows.shape == (40, 12, 16, 3)
    for sample, row in zip(samples, rows, strict=True):
        np.testing.assert_array_equal(row, fit(read_image(sample.path).pixels, SPEC).pixels)


def test_the_second_time_nothing_is_decoded(
    samples: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = pixels.decoded(samples, SPEC, cache=tmp_path / "cache")
    monkeypatch.delattr(pixels, "ImageReader")
    second = pixels.decoded(samples, SPEC, cache=tmp_path / "cache")
    np.testing.assert_array_equal(first, second)
    assert not second.flags.writeable


def test_a_changed_image_or_size_is_decoded_anew(samples: list[Sample], tmp_path: Path) -> None:
    first = np.array(pixels.decoded(samples, SPEC, cache=tmp_path / "cache"))
    Image.new("RGB", (50, 40), (200, 10, 10)).save(samples[3].path)
    second = pixels.decoded(samples, SPEC, cache=tmp_path / "cache")
    assert [int(row) for row in np.flatnonzero((first != second).any(axis=(1, 2, 3)))] == [3]
    larger = FitSpec(height=24, width=32, mode=FitMode.CROP)
    assert pixels.decoded(samples, larger, cache=tmp_path / "cache").shape == (40, 24, 32, 3)


def test_an_unreadable_image_is_named_and_leaves_no_half_array(
    samples: list[Sample], tmp_path: Path
) -> None:
    samples[7].path.write_bytes(b"no image")
    with pytest.raises(DatasetError, match=r"7\.png cannot be read") as caught:
        pixels.decoded(samples, SPEC, cache=tmp_path / "cache")
    assert caught.value.value == samples[7].path
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_cache_that_cannot_be_written_is_one_sentence(
    samples: list[Sample], tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(DatasetError, match=r"cache.* cannot be read or written: "):
        pixels.decoded(samples, SPEC, cache=tmp_path / "cache")


def test_a_file_that_is_gone_is_named(samples: list[Sample], tmp_path: Path) -> None:
    samples[3].path.unlink()
    with pytest.raises(DatasetError, match=r"3\.png cannot be read"):
        pixels.decoded(samples, SPEC, cache=tmp_path / "cache")


def test_a_full_disk_is_noticed_before_anything_is_written(
    samples: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(DatasetError, match=r"has room for .* name another folder in LENTIGO_RUNS"):
        pixels.decoded(samples, SPEC, cache=tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []
