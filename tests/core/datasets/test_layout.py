"""What a data set looks like, before anything of it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PIL import Image

from core.datasets import dicom_folder, read_dataset
from core.datasets.csv_table import ColumnMissing
from core.datasets.layout import Columns, Layout, look_at
from core.datasets.table import read_path_table
from core.errors import DatasetError
from tests.training.small_set import write_small_set


@pytest.fixture
def table(tmp_path: Path) -> Path:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    path = tmp_path / "clinic.csv"
    path.write_text("photo, histology ,age\na.png,mel,40\n")
    return path


def test_a_table_whose_columns_tell_nothing_shows_them(table: Path) -> None:
    looked = look_at(table)
    assert looked.layout is Layout.TABLE
    assert looked.header == ("photo", "histology", "age")
    assert looked.example == ("a.png", "mel", "40")
    assert looked.columns == Columns("", "")


def test_chosen_columns_are_read(table: Path) -> None:
    (sample,) = read_path_table(table, image="photo", label="histology").samples
    assert (sample.path.name, sample.code, sample.age) == ("a.png", "mel", 40)
    with pytest.raises(ColumnMissing, match="has no column 'dx'"):
        read_path_table(table, image="photo", label="dx")


def test_a_folder_with_one_such_table_is_that_table(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("dx,image_id\nnv,a\n")
    looked = look_at(tmp_path)
    assert (looked.layout, looked.place) == (Layout.TABLE, path)
    assert looked.columns == Columns("image_id", "dx")
    (tmp_path / "more.csv").write_text("path,label\n")
    with pytest.raises(DatasetError, match=r"name one of labels.csv, more.csv"):
        look_at(tmp_path)


def test_folders_and_published_sets(tmp_path: Path) -> None:
    assert look_at(write_small_set(tmp_path / "set", per_class=1)).layout is Layout.HAM10000
    (tmp_path / "classes" / "nevus").mkdir(parents=True)
    assert look_at(tmp_path / "classes").layout is Layout.FOLDERS
    pixels = tmp_path / "hmnist.csv"
    pixels.write_text("pixel0000,pixel0001,pixel0002,label\n1,2,3,0\n")
    assert look_at(pixels).layout is Layout.PIXELS


def test_an_atlas_is_told_from_folders_that_say_diagnoses(tmp_path: Path) -> None:
    (tmp_path / "atlas.json").write_text("{}")
    assert look_at(tmp_path).layout is Layout.ATLAS
    with pytest.raises(DatasetError, match="is an atlas"):
        read_dataset(tmp_path, cache=tmp_path)
    for name in ("nevus", "melanoma"):  # whoever built it among their images means these
        (tmp_path / name).mkdir()
    assert look_at(tmp_path).layout is Layout.FOLDERS


@pytest.mark.parametrize("content", [b"", b"\n"])
def test_an_empty_table_has_no_columns(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(content)
    assert look_at(path).header == ()


def test_a_folder_that_may_not_be_listed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_folder: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(DatasetError, match="cannot be read"):
        look_at(tmp_path)


def test_a_picture_that_is_no_dicom_file_ends_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[Path] = []

    def endless(_folders: Iterable[Path]) -> Iterator[Path]:
        for number in count():
            walked.append(path := tmp_path / f"{number}.png")
            yield path

    Image.new("RGB", (8, 8)).save(tmp_path / "0.png")
    monkeypatch.setattr(dicom_folder, "find_images", endless)
    assert look_at(tmp_path).layout is Layout.FOLDERS
    assert len(walked) == 1
