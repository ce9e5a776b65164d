"""Sizes come from what is built, else from the page that the last build wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.performance.room import ROOT, room

PAGE = "|  | full | slim |\n| --- | ---: | ---: |\n| with the model | 1202 | 491 |\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "bundle_size.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_the_page_is_read_where_nothing_is_built(project: Path) -> None:
    told = room(project)
    assert [(row.name, row.value) for row in told.rows] == [
        ("Lentigo, full", 1202.0),
        ("Lentigo, slim", 491.0),
    ]
    assert "bundle_size.md" in told.measured


def test_what_is_built_counts_more(project: Path) -> None:
    slim = project / "dist" / "lentigo-slim"
    slim.mkdir(parents=True)
    (slim / "lentigo").write_bytes(bytes(2_000_000))
    (slim / "link").symlink_to("lentigo")
    (row,) = room(project).rows
    assert (row.name, row.value) == ("Lentigo, slim", 2.0)


def test_our_own_page_can_be_read() -> None:
    assert len(room(ROOT).rows) >= 1
    assert all(row.value > 100 for row in room(ROOT).rows)
