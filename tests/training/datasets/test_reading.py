"""One door for every layout, and a sentence for what is none."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.taxonomy import KNOWN
from tests.training.small_set import write_small_set
from training.datasets import Dataset, read_dataset
from training.errors import DatasetError
from training.table import LabelsError

GREY = np.full((8, 8, 3), 100, np.uint8)


def write_image(path: Path, pixels: NDArray[np.uint8] = GREY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


def write_csv(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def read(place: Path) -> Dataset:
    return read_dataset(place, cache=place.parent / "cache")


def test_ham10000_with_what_is_known_of_its_patients(tmp_path: Path) -> None:
    folder = write_small_set(tmp_path / "set", per_class=2)
    with (folder / "metadata.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= {"split": "isic2018_val"}
    described = [row | {"age": "55.0", "sex": "male", "localization": "back"} for row in rows]
    described[1] |= {"age": "", "sex": "unknown"}
    with (folder / "metadata.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, described[0])
        writer.writeheader()
        writer.writerows(described)
    dataset = read(folder)
    first, second, *_ = dataset.samples
    assert (first.age, first.sex, first.site, first.confirmation) == (55, "male", "back", "histo")
    assert (second.age, second.sex) == (None, None)
    assert len(dataset.trainable) == len(dataset.samples) - 1
    assert dataset.statement.name == "HAM10000"
    assert [entry.code for entry in dataset.classes] == list(dataset.codes)


def test_class_folders_with_sides_and_names_in_two_languages(tmp_path: Path) -> None:
    root = tmp_path / "set"
    write_image(root / "Train" / "1. Eczema 1677" / "a.jpg")
    write_image(root / "Train" / "Karsinoma Sel Basal" / "deep" / "b.png")
    write_image(root / "Test" / "eksim" / "a.jpg")
    dataset = read(root)
    assert [(s.image_id, s.code, s.origin) for s in dataset.samples] == [
        ("Test/eksim/a.jpg", "eczema", "test"),
        ("Train/1. Eczema 1677/a.jpg", "eczema", "train"),
        ("Train/Karsinoma Sel Basal/deep/b.png", "bcc", "train"),
    ]
    assert dataset.classes == (KNOWN["bcc"], KNOWN["eczema"])
    assert dataset.samples[0].lesion_id is None


def test_an_unknown_class_is_read_but_not_described(tmp_path: Path) -> None:
    root = tmp_path / "set"
    write_image(root / "Alopecia 12" / "a.png")
    write_image(root / "Eczema" / "b.png")
    assert read(root).codes == ("alopecia", "eczema")
    with pytest.raises(DatasetError, match=r"'alopecia' means .* dataset\.json"):
        _ = read(root).classes
    stated = {"name": "Alopecia", "explanation": "Loss of hair.", "malignant": False}
    (root / "dataset.json").write_text(
        json.dumps({"name": "Mine", "licence": "CC0", "classes": {"alopecia": stated}})
    )
    dataset = read(root)
    assert dataset.classes[0].name == "Alopecia"
    assert dataset.statement.licence == "CC0"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "is no statement"),
        ('{"name": ""}', "name"),
        ('{"name": "x", "colour": 1}', "colour"),
        (
            '{"name":"x","classes":{"a":{"name":"A","explanation":"B","malignant":"false"}}}',
            "malignant",
        ),
    ],
)
def test_a_statement_that_says_nothing(tmp_path: Path, content: str, reason: str) -> None:
    root = tmp_path / "set"
    write_image(root / "a" / "a.png")
    write_image(root / "b" / "b.png")
    (root / "dataset.json").write_text(content)
    with pytest.raises(DatasetError, match=reason):
        read(root)


def test_a_table_of_paths_and_labels(tmp_path: Path) -> None:
    write_image(tmp_path / "images" / "a.jpg")
    write_image(tmp_path / "b.png")
    rows = [["Image_ID", "Label", "lesion_id"], ["a", "Melanoma", "L1"], ["b.png", "nevus", ""]]
    dataset = read(write_csv(tmp_path / "labels.csv", rows))
    assert [(s.image_id, s.code, s.lesion_id) for s in dataset.samples] == [
        ("a", "mel", "L1"),
        ("b.png", "nv", None),
    ]
    assert read(tmp_path).samples == dataset.samples  # the only table of its folder


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["file", "label"], ["a.png", ""]], "Line 2 .* lacks a file or a label"),
        ([["file", "label"], ["gone.png", "nv"]], r"gone\.png is not in"),
        ([["file", "label"], ["a.png", "nv"], ["a.png", "mel"]], r"names a\.png twice"),
        ([["file", "label"], ["a.png", "!!!"]], "cannot be the name of a class"),
        ([["file", "label"]], "has no rows"),
        ([["colour", "weight"], ["red", "1"]], "names neither files and labels nor pixels"),
        ([["file", "label"], ["a.png"]], "has 1 cells where the header has 2"),
    ],
)
def test_tables_that_are_wrong(tmp_path: Path, rows: list[list[object]], reason: str) -> None:
    write_image(tmp_path / "a.png")
    with pytest.raises((DatasetError, LabelsError), match=reason):
        read(write_csv(tmp_path / "labels.csv", rows))


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


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([0, 0, 0, 256, 1], "Line 2 .* outside of 0 to 255"),
        ([0, 0, 0, "x", 1], "Line 2 .* could not convert"),
        ([0, 0, 0, "nan", 1], "outside of 0 to 255"),
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


@pytest.mark.parametrize("name", ["labels.csv", "pixels.csv"])
def test_a_table_that_is_no_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff\xfe\x00label")
    with pytest.raises(DatasetError, match="not a CSV table in UTF-8"):
        read(path)


def test_places_without_a_data_set(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no data set at"):
        read(tmp_path / "gone")
    (tmp_path / "a").mkdir()
    with pytest.raises(DatasetError, match=r"class folder .*a holds no images"):
        read(tmp_path)


def test_the_nine_classes_as_they_come(shared_data: Path, tmp_path: Path) -> None:
    dataset = read_dataset(shared_data / "isic9", cache=tmp_path)
    assert len(dataset.samples) == 2241 + 118
    assert dataset.codes == ("ak", "bcc", "df", "mel", "nv", "pbk", "scc", "sk", "vasc")
    assert sum(sample.origin == "test" for sample in dataset.samples) == 118
