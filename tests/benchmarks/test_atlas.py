"""What the numbers about large atlases stand for: a true atlas, asked in all ways."""

from __future__ import annotations

from pathlib import Path

from benchmarks import atlas as measured
from core.atlas.browse import Facet, Filter


def test_the_drawn_atlas_can_be_browsed_and_searched(tmp_path: Path) -> None:
    drawn = measured.drawn_atlas(tmp_path, images=50)
    assert drawn.searchable
    assert len(drawn.browser.find()) == 50
    some = drawn.browser.find(Filter(chosen={Facet.DIAGNOSIS: frozenset({"mel", "nv"})}))
    assert 0 < len(some) < 50


def test_every_way_is_told() -> None:
    told: list[str] = []
    measured.report(images=60, rounds=2, say=told.append)
    assert sum("sorted" in line for line in told) == 2
    assert any("most similar" in line for line in told)
