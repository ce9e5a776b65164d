"""Splits and folds as values and as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.datasets import Sample
from core.errors import DatasetError
from training.splits import Folds, Split, load_split

SPLIT = Split(("a", "b"), ("c",), ("d", "e"))
FOLDS = Folds((("a", "b"), ("c", "d"), ("e",), ("f",)))
CODES = {"a": "mel", "b": "nv", "c": "mel", "d": "nv", "e": "mel"}


def samples_of(codes: dict[str, str]) -> list[Sample]:
    return [Sample(name, Path(name), code) for name, code in codes.items()]


def test_the_hash_names_the_sides_and_not_the_order() -> None:
    assert SPLIT.sha256 == Split(("b", "a"), ("c",), ("e", "d")).sha256
    assert SPLIT.sha256 != Split(("a", "b"), ("d",), ("c", "e")).sha256


def test_saved_and_loaded_is_the_same(tmp_path: Path) -> None:
    SPLIT.save(tmp_path / "split.json")
    assert Split.load(tmp_path / "split.json") == SPLIT
    assert json.loads((tmp_path / "split.json").read_text())["sha256"] == SPLIT.sha256
    FOLDS.save(tmp_path / "folds.json")
    assert Folds.load(tmp_path / "folds.json") == FOLDS
    assert {path.name for path in tmp_path.iterdir()} == {"split.json", "folds.json"}


def test_a_split_from_before_there_were_checksums_is_read(tmp_path: Path) -> None:
    path = tmp_path / "split.json"
    path.write_text('{"train": ["a", "b"], "validation": ["c"], "test": ["d", "e"]}')
    assert Split.load(path) == SPLIT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is not a split"),
        ("[]", "is not a split"),
        ("\x00", "is not a split"),
        ('{"train": []}', "is not a split: it has no 'validation'"),
        ('{"train": "abc", "validation": [], "test": []}', "its parts are no lists"),
        ('{"train": [1], "validation": [], "test": []}', "its parts are no lists"),
        ('{"train": ["a"], "validation": [], "test": ["a"]}', "names the image a twice"),
        ('{"train": ["a"], "validation": [], "test": [], "sha256": "0"}', "its checksum differs"),
        ('{"folds": [["a"], ["b"], ["c"]]}', "holds 3 folds: say which one"),
    ],
)
def test_a_file_that_is_no_split_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "split.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match=reason):
        Split.load(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"train": ["a"], "validation": ["b"], "test": ["c"]}', "holds no folds"),
        ('{"folds": [["a"], ["b"]]}', "holds no folds"),
        ('{"folds": [["a"], ["b"], ["a"]]}', "names the image a twice"),
        ('{"folds": [["a"], ["b"], 3]}', "its parts are no lists"),
    ],
)
def test_a_file_without_folds_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "folds.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match=reason):
        load_split(path, fold=1)


def test_each_fold_is_the_test_side_once_and_validates_once() -> None:
    splits = [FOLDS.split(number) for number in range(1, 5)]
    assert tuple(split.test for split in splits) == FOLDS.folds
    assert {split.validation for split in splits} == set(FOLDS.folds)
    for split in splits:
        assert sorted([*split.train, *split.validation, *split.test]) == list("abcdef")


@pytest.mark.parametrize("number", [0, 5])
def test_a_fold_that_is_not_there(number: int) -> None:
    with pytest.raises(DatasetError, match=f"There is no fold {number}: there are 1 to 4"):
        FOLDS.split(number)


@pytest.mark.parametrize(
    ("split", "reason"),
    [
        (Split(("a", "b"), ("c",), ("x", "y")), "2 images for test that .*, x first"),
        (Split(("a", "b"), (), ("c",)), "nothing for validation"),
        (Split(("a", "c"), ("b",), ("d",)), "no image of the class 'nv' to train on"),
    ],
)
def test_a_split_of_something_else_is_refused(split: Split, reason: str) -> None:
    SPLIT.require_fit(samples_of(CODES))
    with pytest.raises(DatasetError, match=reason):
        split.require_fit(samples_of(CODES))


def test_a_place_that_cannot_be_written_keeps_the_old_file(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be written: No such file"):
        SPLIT.save(tmp_path / "gone" / "split.json")
