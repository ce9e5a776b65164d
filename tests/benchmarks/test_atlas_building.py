"""Every way of bringing images in takes all of them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.atlas_building import ATLAS, BATCH, COPIED, PLAIN, report, ways
from benchmarks.pictures import write_pictures
from tests.core.tiny import tiny_bundle


def test_every_way_takes_every_file_anew(tmp_path: Path) -> None:
    paths = write_pictures(tmp_path / "images", images=3)
    made = ways(tiny_bundle(tmp_path / "model"), paths, out=tmp_path)
    assert list(made) == [BATCH, ATLAS, COPIED, PLAIN]
    for way in [*made.values(), *made.values()]:
        assert len(way()) == 3
    assert len(list(tmp_path.glob("atlas-*/atlas.json"))) == 6


def test_the_table_compares_with_a_batch(tmp_path: Path) -> None:
    said: list[str] = []
    report(tiny_bundle(tmp_path / "model"), images=2, rounds=1, say=said.append)
    (row,) = [line for line in said if line.startswith(BATCH)]
    assert row.endswith("1.00")
