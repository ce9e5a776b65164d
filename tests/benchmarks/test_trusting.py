"""What is timed is what is claimed; the times themselves are nobody's promise here."""

from __future__ import annotations

from pathlib import Path

from benchmarks.trusting import BARE, SEARCH, SEARCH_MANY, SIMILAR, TRUSTED, synthetic_atlas, ways
from core.atlas import Neighbour
from core.results import Analysis
from tests.core.tiny import tiny_bundle


def test_each_way_does_what_its_name_says(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    atlas = synthetic_atlas(tmp_path / "atlas", bundle, images=50)
    assert atlas.description.images == 50
    atlas.require_model(bundle.sha256)
    built = ways(bundle, atlas)
    assert list(built) == [BARE, TRUSTED, SIMILAR, SEARCH, SEARCH_MANY]
    assert isinstance(built[TRUSTED](), Analysis)
    for name in (SIMILAR, SEARCH):
        found = built[name]()
        assert isinstance(found, list)
        assert len(found) == 10
        assert all(isinstance(one, Neighbour) for one in found)
