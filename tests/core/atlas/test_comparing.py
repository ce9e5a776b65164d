"""Copies and contradicting labels among the images of an atlas."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from core.atlas import Atlas
from core.atlas.build import build_atlas
from core.atlas.item import Likeness, Pair
from tests.core.atlas.small import read_set, write_set


def brought_in(folder: Path, tmp_path: Path) -> Atlas:
    return build_atlas(read_set(folder), None, out=tmp_path / "atlas").atlas


def test_a_sound_set_has_none(tmp_path: Path) -> None:
    atlas = brought_in(write_set(tmp_path / "data"), tmp_path)
    assert atlas.library.pairs() == []
    assert (atlas.description.copies, atlas.description.contradicting) == (0, 0)
    assert atlas.description.compared


def test_equal_bytes_are_told_once_for_each_copy(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "data")  # nv nv mel nv bcc nv
    for copy in ("3.png", "4.png"):
        shutil.copy(folder / "images" / "2.png", folder / "images" / copy)
    atlas = brought_in(folder, tmp_path)
    assert atlas.library.pairs() == [
        Pair(3, 4, Likeness.SAME_FILE, contradicting=True),
        Pair(3, 5, Likeness.SAME_FILE, contradicting=True),
    ]
    assert (atlas.description.copies, atlas.description.contradicting) == (2, 2)


def test_a_smaller_copy_looks_alike(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "data")
    with Image.open(folder / "images" / "2.png") as image:
        image.resize((90, 60)).save(folder / "images" / "3.png")
        image.resize((90, 60)).save(folder / "images" / "1.png")
    pairs = brought_in(folder, tmp_path).library.pairs()
    assert pairs == [
        Pair(2, 3, Likeness.LOOKS_ALIKE, contradicting=True),
        Pair(2, 4, Likeness.SAME_FILE, contradicting=False),
        Pair(3, 4, Likeness.LOOKS_ALIKE, contradicting=True),
    ]


def test_pictures_of_one_lesion_may_look_alike(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "data")  # the first two show lesion a
    with Image.open(folder / "images" / "0.png") as image:
        image.resize((90, 60)).save(folder / "images" / "1.png")
    assert brought_in(folder, tmp_path).library.pairs() == []


def test_one_lesion_has_one_diagnosis(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "data", codes=("nv", "mel", "nv"), lesions=("a", "a", "b"))
    atlas = brought_in(folder, tmp_path)
    assert atlas.library.pairs() == [Pair(1, 2, Likeness.ONE_LESION, contradicting=True)]
    assert (atlas.description.copies, atlas.description.contradicting) == (0, 1)


def test_of_very_many_only_equal_files_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.atlas.build.MOST", 5)
    folder = write_set(tmp_path / "data")
    shutil.copy(folder / "images" / "2.png", folder / "images" / "3.png")
    with Image.open(folder / "images" / "2.png") as image:
        image.resize((90, 60)).save(folder / "images" / "4.png")
    atlas = brought_in(folder, tmp_path)
    assert not atlas.description.compared
    assert [pair.likeness for pair in atlas.library.pairs()] == [Likeness.SAME_FILE]
