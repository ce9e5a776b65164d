"""One door for every layout, and a sentence for what is none."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.datasets import read_dataset
from core.datasets.csv_table import LabelsError
from core.errors import DatasetError
from core.taxonomy import KNOWN
from tests.core.datasets.small_sets import read, write_csv
from tests.training.small_set import write_small_set

GREY = np.full((8, 8, 3), 100, np.uint8)


def write_image(path: Path, pixels: NDArray[np.uint8] = GREY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


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
        ([["file", "label"], ["a", "nv"], ["./a.png", "mel"]], r"names \./a\.png twice"),
        ([["file", "label"], ["same", "nv"]], "same could be any of 2 files"),
        ([["file", "label"], ["a.png", "!!!"]], "cannot be the name of a class"),
        ([["file", "label"]], "has no rows"),
        ([["colour", "weight"], ["red", "1"]], "names neither files and labels nor pixels"),
        ([["file", "label"], ["a.png"]], "has 1 cells where the header has 2"),
    ],
)
def test_tables_that_are_wrong(tmp_path: Path, rows: list[list[object]], reason: str) -> None:
    write_image(tmp_path / "a.png")
    write_image(tmp_path / "one" / "same.png")
    write_image(tmp_path / "two" / "same.png")
    with pytest.raises((DatasetError, LabelsError), match=reason):
        read(write_csv(tmp_path / "labels.csv", rows))


def test_a_table_says_all_it_knows_of_an_image(tmp_path: Path) -> None:
    write_image(tmp_path / "part" / "a.jpg")
    header = ["isic", "image_id", "dx", "Lesion", "Split", "age_approx", "sex", "site", "dx_type"]
    row = ["x", "a", "Melanoma", "L1", "Training", "40", "female", "scalp", "histo"]
    (sample,) = read(write_csv(tmp_path / "labels.csv", [header, row])).samples
    assert (sample.lesion_id, sample.origin, sample.age) == ("L1", "train", 40.0)
    assert (sample.sex, sample.site, sample.confirmation) == ("female", "scalp", "histo")


def test_a_table_may_lie_elsewhere_than_its_images(tmp_path: Path) -> None:
    absolute = write_image(tmp_path / "photos" / "one" / "a.png")
    write_image(tmp_path / "photos" / "two" / "a.png")
    (tmp_path / "photos" / "dataset.json").write_text('{"name": "Photos", "licence": "CC0"}')
    (tmp_path / "lists").mkdir()
    rows = [["path", "label"], [str(absolute), "mel"], ["../photos/two/a.png", "nv"]]
    dataset = read(write_csv(tmp_path / "lists" / "labels.csv", rows))
    assert [sample.image_id for sample in dataset.samples] == ["one/a.png", "two/a.png"]
    assert dataset.statement.licence == "CC0"


@pytest.mark.parametrize("name", ["labels.csv", "pixels.csv"])
def test_a_table_that_is_no_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff\xfe\x00label")
    with pytest.raises(DatasetError, match="not a CSV table in UTF-8"):
        read(path)


def test_places_without_a_data_set(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no data set at"):
        read(tmp_path / "gone")
    (tmp_path / "set" / "a").mkdir(parents=True)
    with pytest.raises(DatasetError, match=r"fewer than two .* Is the data set its folder 'a'\?"):
        read(tmp_path / "set")
    (tmp_path / "set" / "b").mkdir()
    with pytest.raises(DatasetError, match=r"class folder .*a holds no images"):
        read(tmp_path / "set")
    for name in ("one.csv", "two.csv"):
        write_csv(tmp_path / "set" / name, [["file", "label"]])
    with pytest.raises(DatasetError, match=r"several data sets: name one of one\.csv, two\.csv"):
        read(tmp_path / "set")


def test_a_table_of_other_things_may_lie_beside_class_folders(tmp_path: Path) -> None:
    for code in ("mel", "nv"):
        write_image(tmp_path / "set" / code / "a.png")
    write_csv(tmp_path / "set" / "cameras.csv", [["camera", "lens"], ["A", "B"]])
    assert read(tmp_path / "set").codes == ("mel", "nv")


def test_ham10000_as_it_is_downloaded(tmp_path: Path) -> None:
    root = tmp_path / "set"
    write_image(root / "HAM10000_images_part_1" / "ISIC_1.jpg")
    write_image(root / "HAM10000_images_part_2" / "ISIC_2.jpg")
    write_image(root / "ham10000_images_part_2" / "ISIC_2.jpg")  # the archive holds some twice
    header = ["lesion_id", "image_id", "dx", "dx_type", "age", "sex", "localization"]
    rows = [["L1", "ISIC_2", "mel", "histo", "55.0", "male", "back"],
            ["L2", "ISIC_1", "nv", "follow_up", "", "unknown", ""]]  # fmt: skip
    write_csv(root / "HAM10000_metadata.csv", [header, *rows])
    write_csv(root / "hmnist_28_28_L.csv", [["pixel0000", "label"], [1, 4]])
    dataset = read(root)
    assert dataset.statement.name == "HAM10000"
    first, second = dataset.samples
    assert (first.path.name, first.age, first.site) == ("ISIC_2.jpg", 55.0, "back")
    assert (second.path.name, second.age, second.sex) == ("ISIC_1.jpg", None, None)
    write_csv(root / "HAM10000_metadata.csv", [header, rows[0], rows[0]])
    with pytest.raises(DatasetError, match="names the image ISIC_2 twice"):
        read(root)
    write_csv(root / "HAM10000_metadata.csv", [header, ["L1", "ISIC_1", "", "histo", "", "", ""]])
    with pytest.raises(DatasetError, match=r"Line 2 .* lacks an image or a diagnosis"):
        read(root)


def test_the_nine_classes_as_they_come(shared_data: Path, tmp_path: Path) -> None:
    dataset = read_dataset(shared_data / "isic9", cache=tmp_path)
    assert len(dataset.samples) == 2241 + 118
    assert dataset.codes == ("ak", "bcc", "df", "mel", "nv", "pbk", "scc", "sk", "vasc")
    assert sum(sample.origin == "test" for sample in dataset.samples) == 118
