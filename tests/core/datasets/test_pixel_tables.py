"""Tables whose columns are pixels become pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import DatasetError
from tests.core.datasets.small_sets import read, write_csv


@pytest.mark.parametrize("channels", [1, 3])
def test_a_table_of_pixels_becomes_pictures(tmp_path: Path, channels: int) -> None:
    count = 4 * 4 * channels
    header = [f"pixel{i:04d}" for i in range(count)]
    values = [[(i * 7 + shift) % 256 for i in range(count)] for shift in (0, 50)]
    table = write_csv(
        tmp_path / "hmnist_4_4.csv", [[*header, "label"], [*values[0], 4], [*values[1], 6]]
    )
    dataset = read(table)
    assert [sample.code for sample in dataset.samples] == ["nv", "mel"]
    with Image.open(dataset.samples[1].path) as image:
        pixels = np.asarray(image)
    expected = np.array(values[1], np.uint8).reshape(4, 4, channels)
    np.testing.assert_array_equal(pixels, np.broadcast_to(expected, (4, 4, 3)))
    before = dataset.samples[0].path.stat().st_mtime_ns
    assert read(table).samples[0].path.stat().st_mtime_ns == before  # written once
    assert dataset.statement.name == "HAM10000"


def test_columns_of_a_pixel_table_are_found_by_their_names(tmp_path: Path) -> None:
    header = ["", "pixel3", "pixel1", "pixel2", "pixel4", " Label", "lesion_id"]
    rows: list[list[object]] = [[0, 3, 1, 2, 4, "Melanoma", "L1"], [], [1, 7, 5, 6, 8, "4.0", ""]]
    dataset = read(write_csv(tmp_path / "pixels.csv", [header, *rows]))
    assert [(s.code, s.lesion_id) for s in dataset.samples] == [("mel", "L1"), ("class_4", None)]
    with Image.open(dataset.samples[1].path) as image:
        np.testing.assert_array_equal(np.asarray(image)[..., 0], [[5, 6], [7, 8]])


@pytest.mark.parametrize("names", [["pixel0", "pixel2"], ["pixel0", "pixel0"]])
def test_a_pixel_table_with_a_gap_is_refused(tmp_path: Path, names: list[str]) -> None:
    table = write_csv(tmp_path / "p.csv", [["label", *names], [1, 2, 3]])
    with pytest.raises(DatasetError, match="lacks a column of pixels"):
        read(table)


def test_hmnist_has_seven_classes(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "hmnist_1_1_L.csv", [["pixel0000", "label"], [9, 7]])
    with pytest.raises(DatasetError, match="label 7; HMNIST's are 0 to 6"):
        read(table)


def test_a_cache_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "p.csv", [["pixel0", "label"], [9, "mel"]])
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(DatasetError, match=r"cache.* cannot be read or written: "):
        read(table)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([0, 0, 0, 256, 1], "Line 2 .* no whole number from 0 to 255"),
        ([0, 0, 0, "x", 1], "Line 2 .* could not convert"),
        ([0, 0, 0, "nan", 1], "no whole number from 0 to 255"),
        ([0, 0.5, 1, 1, 1], "no whole number"),  # scaled to 1: nearly black pictures
        ([0, 0, 0, 1], "Line 2 .* has 4 cells where the header has 5"),
        ([0, 0, 0, 0, ""], "has no label"),
    ],
)
def test_pixels_that_are_none(tmp_path: Path, row: list[object], reason: str) -> None:
    header = ["pixel0", "pixel1", "pixel2", "pixel3", "label"]
    with pytest.raises(DatasetError, match=reason):
        read(write_csv(tmp_path / "pixels.csv", [header, row]))


def test_pixels_that_make_no_square(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "p.csv", [["label", "pixel0", "pixel1"], [1, 2, 3]])
    with pytest.raises(DatasetError, match="make no square"):
        read(table)
