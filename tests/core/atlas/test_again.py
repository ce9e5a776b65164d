"""An atlas of an atlas says what that said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.atlas import Atlas
from core.atlas.again import dataset_of
from core.atlas.build import build_atlas
from core.atlas.item import Skipped
from core.datasets.statement import ClassStatement
from tests.core.atlas.small import read_set, write_set


def test_classes_stay_what_the_first_data_set_meant_by_them(tmp_path: Path) -> None:
    codes = ("mel", "nv", "odd", "nv", "mel", "mel")
    data = read_set(write_set(tmp_path / "data", codes=codes))
    stated = {
        "nv": ClassStatement(name="Any mole", explanation="Of any kind.", malignant=True),
        "odd": ClassStatement(name="Odd one", explanation="Of no kind.", malignant=False),
    }
    data = replace(data, statement=data.statement.model_copy(update={"classes": stated}))
    first = build_atlas(data, None, out=tmp_path / "first").atlas
    again = build_atlas(dataset_of(first), None, out=tmp_path / "again").atlas
    assert again.description.classes == first.description.classes
    assert [one.name for one in again.description.classes.values()] == [
        "Melanoma",
        "Any mole",
        "Odd one",
    ]


def test_what_the_first_has_left_out_is_known_of_the_second(tmp_path: Path) -> None:
    data = read_set(write_set(tmp_path / "data"))
    first = build_atlas(data, None, out=tmp_path / "first").atlas
    item, gone, *_ = first.library.every()
    gone.path.unlink()
    former = Skipped(tmp_path / "cut.jpg", "TruncatedImage", "The file ends too early.")
    wrong = Skipped(item.path, "TruncatedImage", "It is there by now.")
    again = build_atlas(
        dataset_of(first), None, out=tmp_path / "again", formerly=(former, wrong)
    )  # fmt: skip
    assert [one.path for one in again.skipped] == [gone.path]
    left = Atlas.open(tmp_path / "again").library.skipped()
    assert {one.path: one.kind for one in left} == {
        former.path: "TruncatedImage",
        gone.path: "FileMissing",
    }
    assert again.atlas.description.skipped == 2
