"""A damaged or half-copied atlas opens as far as it can, with a list of what is wrong."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from core.atlas import Atlas, AtlasItem
from core.atlas.check import Flaw, check_images, examine, rescue
from core.atlas.check.salvage import readable_rows, salvaged
from core.atlas.description import AtlasClass, Description, MadeWith
from core.atlas.item import Likeness, Pair, Skipped
from core.atlas.writing import publish, write_library
from core.errors import AtlasDamaged, AtlasMissing, AtlasUnsupported, UsageError
from tests.core.atlas.small import small_atlas

COUNT = 2000
PAGE = 4096


def large_atlas(folder: Path) -> Atlas:
    """An atlas of many pages, with embeddings; its images do not exist."""
    folder.mkdir()
    items = [
        AtlasItem(
            id=number,
            path=folder / f"{number}.jpg",
            sha256=f"{number:064x}",
            code=("nv", "mel")[number % 2],
            lesion_id=f"L{number}",
        )
        for number in range(1, COUNT + 1)
    ]
    vector = np.ones(8, "<f2").tobytes()
    pairs = [Pair(1, 2, Likeness.SAME_FILE, contradicting=True)]
    library = write_library(
        folder,
        [(one, vector) for one in items],
        skipped=[Skipped(folder / "torn.jpg", "ImageTruncated", "The image is incomplete.")],
        pairs=pairs,
        origins={1: folder.parent / "given" / "1.jpg"},
    )
    described = Description(
        name="Large",
        licence="CC0",
        source="drawn",
        created="2026-01-01",
        images=COUNT,
        skipped=1,
        lesions=COUNT,
        classes={
            "nv": AtlasClass(name="Melanocytic nevus", images=COUNT // 2, malignant=False),
            "mel": AtlasClass(name="Melanoma", images=COUNT // 2, malignant=True),
        },
        model=MadeWith(name="drawn", version="1", sha256="0" * 64, channels=8),
        copies=1,
        contradicting=1,
        library=library[0],
        library_sha256=library[1],
    )
    publish(folder, described)
    return Atlas.open(folder)


def library_of(folder: Path) -> Path:
    (found,) = folder.glob("library-*.sqlite")
    return found


def flaws(folder: Path) -> list[Flaw]:
    return [problem.flaw for problem in examine(folder).problems]


def test_nothing_is_wrong_with_a_sound_one(tmp_path: Path) -> None:
    atlas = small_atlas(tmp_path)
    found = examine(atlas.folder)
    assert found.problems == ()
    assert len(found.items) == 6
    assert list(check_images(found.items)) == []


def test_images_that_are_missing_or_changed_are_listed(tmp_path: Path) -> None:
    atlas = small_atlas(tmp_path)
    images = atlas.folder.parent / "images"
    (images / "1.png").unlink()
    (images / "4.png").write_bytes(b"else")
    told: list[int] = []
    problems = list(check_images(examine(atlas.folder).items, progress=told.append))
    assert [(one.flaw, one.path.name) for one in problems] == [
        (Flaw.IMAGE_MISSING, "1.png"),
        (Flaw.IMAGE_CHANGED, "4.png"),
    ]
    assert told[-1] == 6


def test_a_library_that_was_cut_short_opens_as_far_as_it_goes(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    file = library_of(folder)
    file.write_bytes(file.read_bytes()[: 60 * PAGE])
    with pytest.raises(AtlasDamaged, match="keep what can be read of it"):
        Atlas.open(folder)
    found = examine(folder)
    assert 100 < len(found.items) < COUNT
    assert Flaw.LIBRARY in {one.flaw for one in found.problems}
    assert any("cannot be read any more" in one.message for one in found.problems)
    assert found.items[0].code == "mel"


def test_a_page_that_was_overwritten_costs_its_own_items(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    file = library_of(folder)
    data = bytearray(file.read_bytes())
    data[30 * PAGE : 31 * PAGE] = b"\xa5" * PAGE
    file.write_bytes(data)
    found = examine(folder)
    assert len(found.items) > COUNT - 100
    assert len(found.items) < COUNT or not found.vectors
    assert Flaw.LIBRARY in {one.flaw for one in found.problems}


@pytest.mark.parametrize("pages", [1, 5, 20, 60])
def test_no_item_is_passed_by_beside_pages_that_are_gone(tmp_path: Path, pages: int) -> None:
    file = library_of(large_atlas(tmp_path / "atlas").folder)
    sound = file.read_bytes()
    for first in range(4, len(sound) // PAGE - pages, 9):
        place = slice(first * PAGE, (first + pages) * PAGE)
        file.write_bytes(sound[: place.start] + b"\xa5" * (pages * PAGE) + sound[place.stop :])
        with salvaged(file) as connection:
            patiently = [row[0] for row in readable_rows(connection, size=1 << 40)]
            found = [row[0] for row in readable_rows(connection, size=len(sound))]
        assert found == patiently


def test_a_small_file_of_which_nothing_can_be_read_is_given_up_soon(tmp_path: Path) -> None:
    file = library_of(small_atlas(tmp_path / "atlas").folder)
    data = bytearray(file.read_bytes())
    data[PAGE : 2 * PAGE] = b"\xa5" * PAGE  # the root of the items
    file.write_bytes(data)
    asked: list[str] = []
    with salvaged(file) as connection:
        connection.set_trace_callback(asked.append)
        assert list(readable_rows(connection, size=len(data))) == []
    assert len(asked) < 1000


def test_what_is_rescued_is_an_atlas_of_its_own(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    file = library_of(folder)
    cut = file.read_bytes()[: 60 * PAGE]
    file.write_bytes(cut)
    rescued = rescue(folder, into=tmp_path / "rescued")
    assert rescued.problems
    atlas = Atlas.open(tmp_path / "rescued")
    assert atlas.description.name == "Large"
    assert atlas.description.classes["mel"].malignant
    assert atlas.description.images == len(atlas.library.every()) > 100
    assert len(atlas.browser.find()) == atlas.description.images
    (first,) = atlas.library.items([1])
    assert first.path == folder / "1.jpg"
    assert file.read_bytes() == cut


def test_without_its_description_the_items_are_still_there(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    (folder / "atlas.json").write_bytes(b"{")
    assert flaws(folder) == [Flaw.DESCRIPTION]
    (folder / "atlas.json").unlink()
    assert flaws(folder) == [Flaw.DESCRIPTION]
    atlas = rescue(folder, into=tmp_path / "rescued").atlas
    assert (atlas.description.name, atlas.description.licence) == ("atlas", "unknown")
    assert atlas.description.classes["mel"].name == "Melanoma"
    assert not atlas.searchable
    assert len(atlas.library.pairs()) == 1


def test_a_whole_atlas_is_rescued_with_its_embeddings(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    atlas = rescue(folder, into=tmp_path / "rescued").atlas
    assert atlas.searchable
    assert atlas.library.vectors().shape == (COUNT, 8)


def test_what_was_left_out_and_where_copies_lay_is_rescued_too(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    (folder / "atlas.json").unlink()
    atlas = rescue(folder, into=tmp_path / "rescued").atlas
    (skipped,) = atlas.library.skipped()
    assert skipped.path == folder / "torn.jpg"
    assert (skipped.kind, skipped.message) == ("ImageTruncated", "The image is incomplete.")
    assert atlas.description.skipped == 1
    assert atlas.library.origins() == {1: tmp_path / "given" / "1.jpg"}


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE skipped; DROP TABLE origin",
        "UPDATE skipped SET path = x'00'; UPDATE origin SET path = 'a' || char(0)",
    ],
)
def test_where_that_cannot_be_read_the_items_are_rescued_still(tmp_path: Path, damage: str) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    with closing(sqlite3.connect(library_of(folder))) as connection:
        connection.executescript(damage)
    atlas = rescue(folder, into=tmp_path / "rescued").atlas
    assert atlas.description.images == COUNT
    assert atlas.description.skipped == 0
    assert not atlas.library.skipped()
    assert not atlas.library.origins()


def test_a_file_that_was_left_out_is_listed_once_past_rows_that_are_none(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    with closing(sqlite3.connect(library_of(folder))) as connection, connection:
        connection.execute("INSERT INTO skipped VALUES (x'00', 'a', 'a'), ('./torn.jpg', 'a', 'b')")
        connection.execute("INSERT INTO origin VALUES (2, x'00')")
    atlas = rescue(folder, into=tmp_path / "rescued").atlas
    assert [one.path for one in atlas.library.skipped()] == [folder / "torn.jpg"]
    assert atlas.library.origins() == {1: tmp_path / "given" / "1.jpg"}


def test_without_its_items_nothing_can_be_rescued(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    library_of(folder).write_bytes(b"no database at all" * 1000)
    assert flaws(folder) == [Flaw.LIBRARY, Flaw.ROWS]
    library_of(folder).unlink()
    assert flaws(folder) == [Flaw.LIBRARY]
    with pytest.raises(AtlasDamaged):
        rescue(folder, into=tmp_path / "rescued")


def test_no_atlas_and_one_of_the_future_are_no_damage(tmp_path: Path) -> None:
    with pytest.raises(AtlasMissing):
        examine(tmp_path)
    folder = large_atlas(tmp_path / "atlas").folder
    (folder / "atlas.json").write_text('{"format": 99}')
    with pytest.raises(AtlasUnsupported):
        examine(folder)


def test_nothing_is_rescued_into_its_own_folder(tmp_path: Path) -> None:
    folder = large_atlas(tmp_path / "atlas").folder
    with pytest.raises(UsageError, match="another folder"):
        rescue(folder, into=tmp_path / "x" / ".." / "atlas")
