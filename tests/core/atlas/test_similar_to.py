from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.atlas import Atlas
from core.errors import AtlasWithoutModel
from tests.core.atlas.small import small_atlas
from tests.desktop.atlases import make_atlas, vector


def found(atlas: Atlas, number: int, **wanted: bool) -> list[int]:
    (item,) = atlas.library.items([number])
    return [one.item.id for one in atlas.similar_to(item, **wanted)]


def test_an_item_is_not_like_itself_and_its_neighbours_are_nearest(tmp_path: Path) -> None:
    atlas = Atlas.open(make_atlas(tmp_path / "atlas", ("nv", "nv", "mel", "nv", "bcc")))
    assert found(atlas, 1) == [2, 3, 4, 5]  # they lie a degree apart
    assert found(atlas, 3)[:2] in ([2, 4], [4, 2])


def test_look_alikes_bear_another_diagnosis(tmp_path: Path) -> None:
    atlas = Atlas.open(make_atlas(tmp_path / "atlas", ("nv", "nv", "mel", "nv", "bcc")))
    assert found(atlas, 1, other_diagnosis=True) == [3, 5]
    assert found(atlas, 5, other_diagnosis=True) == [4, 3, 2, 1]


def test_look_alikes_of_any_picture_bear_another_diagnosis_than_is_named(tmp_path: Path) -> None:
    atlas = Atlas.open(make_atlas(tmp_path / "atlas", ("nv", "nv", "mel", "nv", "bcc")))
    wanted = np.array(vector(0), np.float32)
    assert [one.item.id for one in atlas.similar(wanted, other_than="nv")] == [3, 5]
    (melanoma,) = atlas.library.items([3])
    found_others = atlas.similar(wanted, sha256=melanoma.sha256, other_than="nv")
    assert [one.item.id for one in found_others] == [5]
    assert len(atlas.similar(wanted, other_than="nothing")) == 5


def test_an_atlas_without_a_model_cannot_say(tmp_path: Path) -> None:
    atlas = small_atlas(tmp_path)
    with pytest.raises(AtlasWithoutModel):
        found(atlas, 1)


def test_the_ids_of_all_items_come_in_their_order(tmp_path: Path) -> None:
    atlas = Atlas.open(make_atlas(tmp_path / "atlas", ("nv", "mel", "nv")))
    assert atlas.library.ids().tolist() == [1, 2, 3]
