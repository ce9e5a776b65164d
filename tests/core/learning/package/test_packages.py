"""A collection goes into one file, and comes out as an atlas elsewhere."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.atlas import Atlas
from core.atlas.writing import publish, write_library
from core.errors import FileMissing, OutputError, PackageDamaged, PackageError
from core.images import read_image
from core.learning.package.licences import licences_of
from core.learning.package.manifest import PackageKind
from core.learning.package.packing import Packing, pack
from core.learning.package.unpacking import read_package, unpack
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.plan import QuizPlan, Topic
from core.learning.store.store import LearningStore
from tests.core.learning.small_atlas import describe, write_atlas

PACKING = Packing(name="Difficult ones", author="Dr. Made", made=date(2026, 1, 1))


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return write_atlas(tmp_path_factory.mktemp("atlas"))


def test_what_was_packed_is_an_atlas_again(atlas: Atlas, tmp_path: Path) -> None:
    items = atlas.library.every()[:5]
    packed = pack(atlas, items, PACKING, out=tmp_path / "a.zip")
    brought = unpack(packed.path, tmp_path / "mine", sha256=packed.sha256)
    assert (packed.left_out, brought.missing) == ((), ())
    assert brought.atlas.description.name == "Difficult ones"
    assert brought.atlas.description.licence == "CC BY 4.0"
    assert brought.atlas.description.source == "Atlas. Drawn for tests"
    assert brought.atlas.description.classes["bkl"].name == "Benign keratosis"
    found = brought.atlas.library.every()
    assert [(one.sha256, one.code, one.lesion_id) for one in found] == [
        (one.sha256, one.code, one.lesion_id) for one in items
    ]
    assert all(read_image(one.path).record.sha256 == one.sha256 for one in found)
    assert read_package(brought.atlas.folder) == packed.manifest
    moved = (tmp_path / "mine").rename(tmp_path / "moved")
    assert all(one.path.is_file() for one in Atlas.open(moved).library.every())


def test_the_same_content_is_the_same_file(atlas: Atlas, tmp_path: Path) -> None:
    one, other = (
        pack(atlas, atlas.library.every(), PACKING, out=tmp_path / name).sha256
        for name in ("a.zip", "b.zip")
    )
    assert one == other == hashlib.sha256((tmp_path / "a.zip").read_bytes()).hexdigest()


def test_a_quiz_goes_along(atlas: Atlas, tmp_path: Path) -> None:
    items = [one for one in atlas.library.every() if one.code != "bkl"][:8]
    plan = QuizPlan(count=8, seconds=30, topic=Topic(sha256s=tuple(o.sha256 for o in items)))
    packing = dataclasses.replace(PACKING, plan=plan)
    brought = unpack(pack(atlas, items, packing, out=tmp_path / "q").path, tmp_path / "mine")
    assert brought.manifest.kind is PackageKind.QUIZ
    assert brought.manifest.plan is not None
    assert brought.manifest.plan.seconds == 30
    store = LearningStore.open(tmp_path / "learning.sqlite3")
    quiz = QuizMaker(store, brought.atlas).begin(
        store.add_profile("Ayu"), brought.manifest.plan, seed=1
    )
    assert {one["sha256"] for one in quiz.session.questions} <= {one.sha256 for one in items}
    store.close()


@pytest.mark.parametrize("licence", ["not stated", "All rights reserved"])
def test_what_may_not_be_passed_on_stays(licence: str, tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas", licence=licence)
    items = atlas.library.every()
    packed = pack(atlas, items, PACKING, out=tmp_path / "a")
    assert len(packed.left_out) == len(items)
    assert {one.reason for one in packed.left_out} <= {
        "its licence does not let it be passed on",
        "nobody can tell whether its licence lets it be passed on",
    }
    assert all(one.member is None for one in packed.manifest.items)
    own = dataclasses.replace(PACKING, own_rights=True)
    owned = pack(atlas, items, own, out=tmp_path / "b")
    assert owned.left_out == ()
    assert owned.manifest.own_rights


def test_the_licence_of_an_image_comes_before_that_of_its_atlas(
    atlas: Atlas, tmp_path: Path
) -> None:
    first, second = atlas.library.every()[:2]
    refused = dataclasses.replace(first, licence="All rights reserved")
    packed = pack(atlas, [refused, second], PACKING, out=tmp_path / "a")
    assert [one.item for one in packed.left_out] == [refused]
    named = dataclasses.replace(second, licence="CC BY 4.0", attribution="Dr. Wayan")
    brought = unpack(pack(atlas, [named], PACKING, out=tmp_path / "b").path, tmp_path / "mine")
    (item,) = brought.atlas.library.every()
    assert (item.licence, item.attribution) == ("CC BY 4.0", "Dr. Wayan")


def test_of_equal_files_the_first_counts(atlas: Atlas, tmp_path: Path) -> None:
    first, second = atlas.library.every()[:2]
    items = [
        dataclasses.replace(first, licence="All rights reserved"),
        second,
        dataclasses.replace(first, id=99, licence="CC0"),
    ]
    shown = {one.licence for one in licences_of(items, licence="CC BY 4.0")}
    assert shown == {"CC BY 4.0", "All rights reserved"}
    packed = pack(atlas, items, PACKING, out=tmp_path / "a")
    assert [one.item for one in packed.left_out] == items[:1]


def test_images_that_did_not_go_along_are_found_by_who_has_them(
    atlas: Atlas, tmp_path: Path
) -> None:
    labels = dataclasses.replace(PACKING, images=False)
    packed = pack(atlas, atlas.library.every()[:3], labels, out=tmp_path / "a")
    assert packed.left_out == ()  # nobody wanted them
    with pytest.raises(PackageError, match="only labels"):
        unpack(packed.path, tmp_path / "mine")
    assert not (tmp_path / "mine").exists()
    brought = unpack(packed.path, tmp_path / "mine", atlases=[atlas])
    assert [one.path for one in brought.atlas.library.every()] == [
        one.path for one in atlas.library.every()[:3]
    ]


def test_an_image_that_has_changed_elsewhere_is_not_taken_for_it(tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas")
    labels = dataclasses.replace(PACKING, images=False)
    first, second = atlas.library.every()[:2]
    packed = pack(atlas, [first, second], labels, out=tmp_path / "a")
    first.path.write_bytes(second.path.read_bytes())
    brought = unpack(packed.path, tmp_path / "mine", atlases=[atlas])
    assert [one.sha256 for one in brought.missing] == [first.sha256]
    assert [one.sha256 for one in brought.atlas.library.every()] == [second.sha256]


def test_nothing_but_pictures_is_given_on(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Ni Luh Ayu, born 1990"
    path = tmp_path / "atlas" / "photo.jpg"
    path.parent.mkdir()
    Image.fromarray(np.full((20, 30, 3), 90, np.uint8)).save(path, exif=exif)
    original = hashlib.sha256(path.read_bytes()).hexdigest()
    atlas = with_one(tmp_path / "atlas", path, original)
    packed = pack(atlas, atlas.library.every(), PACKING, out=tmp_path / "a")
    assert b"Ni Luh" in path.read_bytes()
    assert b"Ni Luh" not in packed.path.read_bytes()
    (item,) = packed.manifest.items
    assert item.original == original != item.sha256
    brought = unpack(packed.path, tmp_path / "mine")
    before, after = (
        read_image(one.library.every()[0].path).pixels for one in (atlas, brought.atlas)
    )
    np.testing.assert_array_equal(before, after)


def with_one(folder: Path, path: Path, sha256: str) -> Atlas:
    other = write_atlas(folder.parent / "other", (("mel", "a"),))
    (item,) = other.library.every()
    one = dataclasses.replace(item, path=path, sha256=sha256)
    library = write_library(folder, [(one, None)], skipped=())
    described = describe([("mel", "a")], library, name="One", licence="CC0", channels=1)
    publish(folder, described.model_copy(update={"model": None}))
    return Atlas.open(folder)


def test_a_file_that_has_changed_or_gone_is_left_out_with_its_reason(tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas")
    items = atlas.library.every()[:3]
    items[0].path.write_bytes(items[1].path.read_bytes())
    items[2].path.unlink()
    packed = pack(atlas, items, PACKING, out=tmp_path / "a")
    assert [one.item for one in packed.left_out] == [items[0], items[2]]
    assert "has changed" in packed.left_out[0].reason


def test_criteria_go_along(atlas: Atlas, tmp_path: Path) -> None:
    packing = dataclasses.replace(PACKING, criteria={"mel": ["10.1001/archderm.134.12.1563"]})
    packed = pack(atlas, atlas.library.every(), packing, out=tmp_path / "a")
    assert packed.manifest.classes["mel"].criteria == ("10.1001/archderm.134.12.1563",)


def test_the_checksum_of_the_whole_is_checked(atlas: Atlas, tmp_path: Path) -> None:
    packed = pack(atlas, atlas.library.every()[:1], PACKING, out=tmp_path / "a")
    with pytest.raises(PackageDamaged, match="not the file whose checksum was given"):
        unpack(packed.path, tmp_path / "mine", sha256="0" * 64)


def test_nothing_is_overwritten(atlas: Atlas, tmp_path: Path) -> None:
    packed = pack(atlas, atlas.library.every()[:1], PACKING, out=tmp_path / "a")
    (tmp_path / "mine").mkdir()
    unpack(packed.path, tmp_path / "mine")  # an empty folder is as good as none
    with pytest.raises(OutputError, match="not empty"):
        unpack(packed.path, tmp_path / "mine")


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        unpack(tmp_path / "nothing", tmp_path / "mine")


def test_nothing_to_pack_is_said(atlas: Atlas, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="these are 0"):
        pack(atlas, [], PACKING, out=tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_the_checksums_of_a_package_cover_all_of_it(atlas: Atlas, tmp_path: Path) -> None:
    packed = pack(atlas, atlas.library.every()[:2], PACKING, out=tmp_path / "a")
    with zipfile.ZipFile(packed.path) as archive:
        content = archive.read("manifest.json")
        assert archive.read("manifest.sha256").decode() == hashlib.sha256(content).hexdigest()
        for one in json.loads(content)["items"]:
            assert hashlib.sha256(archive.read(one["member"])).hexdigest() == one["sha256"]
