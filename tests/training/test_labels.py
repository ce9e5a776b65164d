"""The join of labels and images: what it accepts, and what each refusal says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.datasets.csv_table import ColumnMissing, LabelsEmpty, LabelsError, LabelsUnreadable
from core.datasets.image_index import ImageIndex
from core.errors import LentigoError
from training.labels import (
    ClassUnknown,
    Columns,
    ImageRepeated,
    ImagesMissing,
    LabelledImage,
    read_labels,
)

CLASSES = ("mel", "nv")


@pytest.fixture
def images(tmp_path: Path) -> Path:
    folder = tmp_path / "images"
    for name in ("a.jpg", "part_2/b.PNG", "part_2/IMG.2020.1.jpg", "notes.txt", "._a.jpg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def read(
    images: Path,
    text: str | bytes,
    *,
    columns: Columns | None = None,
    where: Sequence[tuple[str, str]] = (),
) -> list[LabelledImage]:
    labels = images.parent / "labels.csv"
    labels.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_labels(labels, images=images, classes=CLASSES, columns=columns, where=where)


def test_each_row_finds_its_file(images: Path) -> None:
    a, b = read(images, "image_id,dx,lesion_id,age\na,mel,L1,40\nb,nv,,\n")
    assert (a.image_id, a.path, a.code, a.lesion_id) == ("a", images / "a.jpg", "mel", "L1")
    assert (b.path, b.lesion_id) == (images / "part_2/b.PNG", None)
    assert a.row["age"] == "40"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a", "a.jpg"),
        ("a.jpg", "a.jpg"),
        ("./a.jpg", "a.jpg"),
        ("b", "part_2/b.PNG"),
        ("b.PNG", "part_2/b.PNG"),
        ("part_2/b", "part_2/b.PNG"),
        ("part_2\\b.PNG", "part_2/b.PNG"),
        ("IMG.2020.1", "part_2/IMG.2020.1.jpg"),
    ],
)
def test_an_image_may_be_named_in_many_ways(images: Path, name: str, file: str) -> None:
    (found,) = read(images, f"image_id,dx\n{name},mel\n")
    assert found.path == images / file


@pytest.mark.parametrize("name", ["../labels.csv", "notes", "._a", "/etc/hosts", "c"])
def test_a_name_leads_to_images_of_the_folder_only(images: Path, name: str) -> None:
    assert ImageIndex.of(images).find(name) == []


def test_a_folder_that_is_not_there_has_no_images(tmp_path: Path) -> None:
    assert ImageIndex.of(tmp_path / "absent").find("a") == []


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfimage_id,dx\na,mel\n",
        b"image_id,dx\r\na,mel\r\n,\r\n\r\n",
        b' image_id , dx \n"a", mel \n',
    ],
)
def test_spreadsheet_habits_are_accepted(images: Path, text: bytes) -> None:
    assert [(found.image_id, found.code) for found in read(images, text)] == [("a", "mel")]


def test_columns_can_be_renamed(images: Path) -> None:
    columns = Columns(image="file", label="truth", lesion="mole")
    (found,) = read(images, "file,truth,mole\na,nv,7\n", columns=columns)
    assert (found.code, found.lesion_id) == ("nv", "7")


def test_conditions_select_rows_and_leave_the_others_unjudged(images: Path) -> None:
    text = "image_id,dx,split,sex\na,mel,val,f\nb,nv,test,m\ngone,odd,train,f\n"
    where = [("split", "val"), ("split", "test"), ("sex", "f")]
    assert [found.image_id for found in read(images, text, where=where)] == ["a"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("id,dx\na,mel\n", ColumnMissing, "no column 'image_id'; its columns are 'id', 'dx'"),
        ("image_id;dx\na;mel\n", ColumnMissing, "its columns are 'image_id;dx'"),
        ("image_id,dx\na,melanoma\n", ClassUnknown, "its classes are 'mel', 'nv'"),
        ("image_id,dx\na,mel\na,nv\n", ImageRepeated, "'a' twice, in lines 2 and 3"),
        ("image_id,dx\na,mel\na.jpg,nv\n", ImageRepeated, "means the file a.jpg"),
        ("image_id,dx\n,mel\n", ColumnMissing, "Line 2 of labels.csv names no image"),
        ("", LabelsEmpty, "not even a header"),
        ("\n,,\n", LabelsEmpty, "not even a header"),
        ("image_id,dx\n", LabelsEmpty, "a header but no rows"),
        ("image_id,dx\na\n", LabelsUnreadable, "Line 2 of labels.csv has 1 cells"),
        ("image_id,dx\na,mel,x\n", LabelsUnreadable, "has 3 cells where the header has 2"),
        ("image_id,dx,dx\na,mel,nv\n", LabelsUnreadable, "names the column 'dx' twice"),
        ('image_id,dx\n"a"b,mel\n', LabelsUnreadable, "is not valid CSV"),
        ("image_id,dx\na,m\xe9l\n".encode("latin-1"), LabelsUnreadable, "is not UTF-8"),
        ("image_id,dx\nx1,mel\na,nv\nx2,nv\n", ImagesMissing, "2 of 3 images are not in"),
    ],
)
def test_what_is_wrong_is_said(
    images: Path, text: str | bytes, kind: type[LabelsError], words: str
) -> None:
    with pytest.raises(LabelsError) as caught:
        read(images, text)
    assert type(caught.value) is kind
    assert words in caught.value.message
    assert isinstance(caught.value, LentigoError)


def test_many_missing_images_are_counted_and_a_few_named(images: Path) -> None:
    rows = "".join(f"x{number},nv\n" for number in range(9))
    with pytest.raises(ImagesMissing, match=r"9 of 9 .* 'x0', .*'x4' and others") as caught:
        read(images, "image_id,dx\n" + rows)
    assert isinstance(caught.value.value, list)
    assert len(caught.value.value) == 9


def test_the_most_exact_reading_of_a_name_wins(images: Path) -> None:
    (images / "part_2/a.jpg").touch()
    (found,) = read(images, "image_id,dx\na,nv\n")
    assert found.path == images / "a.jpg"


def test_a_name_that_fits_two_files_is_refused(images: Path) -> None:
    (images / "part_3").mkdir()
    (images / "part_3/b.jpg").touch()
    with pytest.raises(ImagesMissing, match=r"'b' could be any of 'part_2/b.PNG', 'part_3/b.jpg'"):
        read(images, "image_id,dx\nb,nv\n")


def test_a_named_lesion_column_must_exist(images: Path) -> None:
    with pytest.raises(ColumnMissing, match="'mole'"):
        read(images, "image_id,dx\na,nv\n", columns=Columns(lesion="mole"))


def test_a_condition_on_an_absent_column_is_refused(images: Path) -> None:
    with pytest.raises(ColumnMissing, match="'split'"):
        read(images, "image_id,dx\na,nv\n", where=[("split", "val")])


def test_a_condition_that_no_row_meets_is_repeated(images: Path) -> None:
    with pytest.raises(LabelsEmpty, match=r"None of the 1 rows of labels.csv has dx=odd"):
        read(images, "image_id,dx\na,nv\n", where=[("dx", "odd")])


def test_a_labels_file_that_is_not_there(images: Path) -> None:
    with pytest.raises(LabelsUnreadable, match="cannot be opened: No such file"):
        read_labels(images / "absent.csv", images=images, classes=CLASSES)
