"""Folders, and the names of what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.batch.job import BatchJob
from core.errors import UsageError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a/one.jpg", "a/deep/two.jpg", "b/=three.jpg", "c/four.jpg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


def test_names_begin_at_the_folder_or_at_the_nearest_above_all(tree: Path) -> None:
    one = BatchJob((tree / "a",), tree / "t.csv")
    assert [one.name(path) for path in one.images()] == ["deep/two.jpg", "one.jpg"]
    two = BatchJob((tree / "a", tree / "b"), tree / "t.csv")
    names = [two.name(path) for path in two.images()]
    assert names == ["a/deep/two.jpg", "a/one.jpg", "b/=three.jpg"]
    assert [two.path(name).exists() for name in names] == [True] * 3


def test_an_image_in_two_of_the_folders_is_found_once(tree: Path) -> None:
    job = BatchJob((tree / "a" / "deep", tree / "a"), tree / "t.csv")
    assert sorted(job.name(path) for path in job.images()) == ["deep/two.jpg", "one.jpg"]


def test_a_name_that_a_spreadsheet_would_run_still_leads_to_its_image(tree: Path) -> None:
    job = BatchJob((tree / "b",), tree / "t.csv")
    (image,) = job.images()
    assert job.name(image) == "./=three.jpg"
    assert job.path(job.name(image)).samefile(image)


def test_heat_maps_lie_in_folders_like_those_of_the_images(tree: Path) -> None:
    job = BatchJob((tree / "a",), tree / "t.csv", tree / "maps")
    job.require_usable()
    deep = tree / "a" / "deep" / "two.jpg"
    assert job.overlay(deep) == tree / "maps" / "deep" / "two.jpg.heatmap.png"
    assert BatchJob((tree / "a",), tree / "t.csv").overlay(deep) is None


def test_what_cannot_work_is_refused(tree: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        BatchJob((tree / "a", tree / "none"), tree / "t.csv").require_usable()
    inside = BatchJob((tree / "a", tree / "b"), tree / "t.csv", tree / "b" / "maps")
    with pytest.raises(UsageError, match="would be taken for images"):
        inside.require_usable()
    BatchJob((tree / "a", tree / "b"), tree / "t.csv", tree / "maps").require_usable()
