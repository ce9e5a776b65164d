"""Real sets, where they are: what is known to be wrong with them is found."""

from __future__ import annotations

from pathlib import Path

from core.atlas.browse import Facet
from core.atlas.build import build_atlas
from core.atlas.check import check_images, examine
from core.atlas.item import Likeness
from core.datasets import read_dataset


def test_the_nine_classes_contradict_themselves(shared_data: Path, tmp_path: Path) -> None:
    dataset = read_dataset(shared_data / "isic9", cache=tmp_path)
    atlas = build_atlas(dataset, None, out=tmp_path / "atlas").atlas
    pairs = atlas.library.pairs()
    equal = [pair for pair in pairs if pair.likeness is Likeness.SAME_FILE]
    alike = [pair for pair in pairs if pair.likeness is Likeness.LOOKS_ALIKE]
    # As `python -m training audit` counts them.
    assert (len(equal), sum(pair.contradicting for pair in equal)) == (159, 155)
    assert (len(alike), sum(pair.contradicting for pair in alike)) == (14, 3)
    assert atlas.description.contradicting == 158


def test_a_part_of_ham10000_is_browsed_and_whole(shared_data: Path, tmp_path: Path) -> None:
    dataset = read_dataset(shared_data / "ham10000", cache=tmp_path)
    atlas = build_atlas(dataset, None, out=tmp_path / "atlas", limit=150, copy=True).atlas
    view = atlas.browser.find(group=Facet.CONFIRMATION)
    assert len(view) == 150
    assert {count.value for count in view.counts[Facet.CONFIRMATION]} <= {
        "histo", "follow_up", "consensus", "confocal", "single contributor clinical assessment"
    }  # fmt: skip
    found = examine(atlas.folder)
    assert found.problems == ()
    assert list(check_images(found.items)) == []
    assert all(item.path.is_relative_to(tmp_path) for item in found.items)
