"""Favourites and collections are found again in an atlas, whatever became of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.atlas import Atlas
from core.atlas.writing import publish, write_library
from core.errors import NotInStore
from core.learning.collecting.images import marked_in, marks_of
from core.learning.collecting.own import collection_named, own_profile
from core.learning.store.records import ImageMark
from core.learning.store.store import LearningStore
from tests.core.learning.answers import digest
from tests.core.learning.small_atlas import ROWS, describe, write_atlas


def test_an_atlas_that_is_built_anew_elsewhere_keeps_what_was_collected(tmp_path: Path) -> None:
    old = write_atlas(tmp_path / "old")
    marks = marks_of(old, [2, 5])
    assert [one.atlas for one in marks] == ["Atlas", "Atlas"]
    assert marked_in(old, marks) == {2, 5}
    new = write_atlas(tmp_path / "new", tuple(reversed(ROWS)), name="Anew")
    # Its pictures are those of the old one, number for number.
    assert marked_in(new, marks) == {2, 5}
    assert marked_in(new, [ImageMark(digest("a"), "Atlas")]) == frozenset()
    assert marked_in(new, []) == frozenset()


def test_of_equal_files_all_are_found(tmp_path: Path) -> None:
    rows = (("mel", "a"), ("nv", "b"), ("nv", "c"))
    first, second, third = write_atlas(tmp_path / "atlas", rows).library.every()
    same = replace(third, sha256=first.sha256)
    library = write_library(tmp_path, [(one, None) for one in (first, second, same)], skipped=())
    described = describe(rows, library, name="Atlas", licence="CC0", channels=2)
    publish(tmp_path, described.model_copy(update={"model": None}))
    atlas = Atlas.open(tmp_path)
    assert marked_in(atlas, marks_of(atlas, [1])) == {1, 3}
    wanted = [first.sha256, second.sha256, digest("a")]
    assert atlas.ids_of(wanted) == {first.sha256: (1, 3), second.sha256: (2,)}


def test_whoever_is_alone_need_not_say_who_they_are(store: LearningStore) -> None:
    me = own_profile(store)
    assert me.name == "Me"
    store.add_profile("Ayu")
    assert own_profile(store) == me
    assert own_profile(store, "Ayu").name == "Ayu"
    with pytest.raises(NotInStore):
        own_profile(store, "Nyoman")


def test_a_collection_is_found_by_its_name(store: LearningStore) -> None:
    me = own_profile(store)
    made = store.add_collection(me, "Hard ones")
    assert collection_named(store, me, " Hard  ones ") == made
    with pytest.raises(NotInStore, match="no collection “Soft”"):
        collection_named(store, me, "Soft")
