"""All ways of reading a folder answer every file."""

from __future__ import annotations

from pathlib import Path

from benchmarks.bulk import EACH_CORE, NETWORK, OURS, REST, report, ways
from benchmarks.bulk_notebooks import NOTEBOOK, PIPELINE
from benchmarks.pictures import write_pictures
from core.images import ImageReader
from core.model import Bundle
from tests.core.tiny import tiny_bundle


def test_every_way_answers_every_file(tmp_path: Path) -> None:
    bundle: Bundle = tiny_bundle(tmp_path / "model")
    paths = write_pictures(tmp_path / "pictures", images=3)
    with ImageReader() as reader:
        for name, way in ways(bundle, paths, reader).items():
            assert len(way()) == 3, name


def test_the_table_compares_with_the_network(tmp_path: Path) -> None:
    said: list[str] = []
    report(tiny_bundle(tmp_path / "model"), images=2, rounds=1, say=said.append)
    rows = [
        line
        for line in said
        if line.startswith((NETWORK, EACH_CORE, REST, OURS, NOTEBOOK, PIPELINE))
    ]
    assert len(rows) == 6
    assert all("% " in row for row in rows)
    limits = [line for line in said if "by what was computed" in line]
    for name, line in zip((NETWORK, EACH_CORE), limits, strict=True):
        assert f"% of {name}" in line


def test_images_of_a_folder_are_taken(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    write_pictures(folder, images=3)
    said: list[str] = []
    report(tiny_bundle(tmp_path / "model"), images=2, rounds=1, say=said.append, folder=folder)
    assert any(line.startswith("\n2 files,") for line in said)
