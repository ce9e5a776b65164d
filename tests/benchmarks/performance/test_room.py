"""Sizes come from what is built, else from the page that the last build wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.performance.room import EDITIONS, ROOT, room
from scripts import bundle_contents
from scripts.bundle import place

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
    for megabytes, where in enumerate(EDITIONS.values(), start=2):
        (project / where).mkdir(parents=True)
        (project / where / "lentigo").write_bytes(bytes(megabytes * 1_000_000))
        (project / where / "link").symlink_to("lentigo")
    told = room(project)
    assert [(row.name, row.value) for row in told.rows] == [
        ("Lentigo, full", 2.0),
        ("Lentigo, slim", 3.0),
    ]
    assert told.measured.startswith("Frozen builds with the model, of `dist`")


def test_of_one_edition_alone_the_page_is_read(project: Path) -> None:
    (project / EDITIONS["slim"]).mkdir(parents=True)
    (project / EDITIONS["slim"] / "lentigo").write_bytes(bytes(2_000_000))
    assert [row.value for row in room(project).rows] == [1202.0, 491.0]


def test_builds_are_looked_for_where_they_are_made() -> None:
    assert set(EDITIONS) == set(bundle_contents.EDITIONS)
    for edition, where in EDITIONS.items():
        assert ROOT / where == place(edition) / "lentigo"


def test_our_own_page_can_be_read() -> None:
    assert len(room(ROOT).rows) >= 1
    assert all(row.value > 100 for row in room(ROOT).rows)
