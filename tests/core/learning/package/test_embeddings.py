"""Embeddings go along, so that similar images are found in what was brought in."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.atlas import Atlas
from core.atlas.writing import publish
from core.errors import AtlasOfOtherModel, PackageDamaged
from core.learning.package.packing import Packing, pack
from core.learning.package.unpacking import unpack
from tests.core.learning.package.test_hostile import members_of, written
from tests.core.learning.small_atlas import write_atlas

PACKING = Packing(name="Difficult ones", made=date(2026, 1, 1))
LABELS = dataclasses.replace(PACKING, images=False)
FEW = 4


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return write_atlas(tmp_path_factory.mktemp("atlas"))


@pytest.fixture(scope="module")
def good(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("good") / "good.lentigo"
    return pack(atlas, atlas.library.every()[:FEW], PACKING, out=out).path


def vectors(atlas: Atlas) -> dict[str, bytes]:
    """Each image's embedding, by its checksum."""
    found = zip(atlas.library.every(), atlas.library.vectors(), strict=True)
    return {item.sha256: vector.tobytes() for item, vector in found}


def without_model(folder: Path) -> Atlas:
    """An atlas of the same images, and no embeddings."""
    made = write_atlas(folder)
    publish(folder, made.description.model_copy(update={"model": None}))
    return Atlas.open(folder)


def test_similar_images_are_found_in_what_was_brought_in(
    atlas: Atlas, good: Path, tmp_path: Path
) -> None:
    brought = unpack(good, tmp_path / "mine").atlas
    assert brought.description.model == atlas.description.model
    every = vectors(atlas)
    assert vectors(brought) == {key: every[key] for key in vectors(brought)}
    first, *others = brought.library.every()
    near = [one.item.sha256 for one in brought.similar_to(first)]
    assert near == [one.sha256 for one in others]
    brought.require_model("0" * 64)


def test_how_near_is_usual_is_found_anew(atlas: Atlas, tmp_path: Path) -> None:
    rows = [("nv", f"nv-{number}") for number in range(30)]
    many = write_atlas(tmp_path / "many", rows)
    packed = pack(many, many.library.every(), PACKING, out=tmp_path / "a")
    assert unpack(packed.path, tmp_path / "mine").atlas.description.usual_distance is not None
    few = pack(atlas, atlas.library.every()[:2], PACKING, out=tmp_path / "b")
    assert unpack(few.path, tmp_path / "few").atlas.description.usual_distance is None


def test_nothing_of_a_picture_goes_along_that_stays(tmp_path: Path) -> None:
    atlas = write_atlas(tmp_path / "atlas")
    first, second, third = atlas.library.every()[:3]
    items = [first, dataclasses.replace(second, licence="All rights reserved"), third]
    packed = pack(atlas, items, PACKING, out=tmp_path / "a")
    with zipfile.ZipFile(packed.path) as archive:
        data = archive.read("embeddings.f16")
    every = vectors(atlas)
    assert data == every[first.sha256] + every[third.sha256]
    # Who has the picture has its embedding as well.
    brought = unpack(packed.path, tmp_path / "mine", atlases=[atlas]).atlas
    assert vectors(brought) == {one.sha256: every[one.sha256] for one in items}


def test_labels_alone_take_the_embeddings_of_who_has_the_images(
    atlas: Atlas, tmp_path: Path
) -> None:
    packed = pack(atlas, atlas.library.every()[:3], LABELS, out=tmp_path / "a")
    assert packed.manifest.model is None
    brought = unpack(packed.path, tmp_path / "mine", atlases=[atlas]).atlas
    assert len(vectors(brought)) == 3


def test_without_all_embeddings_there_are_none(atlas: Atlas, tmp_path: Path) -> None:
    bare = without_model(tmp_path / "bare")
    first, second = atlas.library.every()[:2]
    items = [first, dataclasses.replace(second, licence="All rights reserved")]
    packed = pack(atlas, items, PACKING, out=tmp_path / "a")
    brought = unpack(packed.path, tmp_path / "mine", atlases=[bare]).atlas
    assert brought.description.images == 2
    assert brought.description.model is None


def test_embeddings_of_two_models_are_not_mixed(atlas: Atlas, tmp_path: Path) -> None:
    made = atlas.description.model
    assert made is not None
    other = write_atlas(tmp_path / "other")
    model = made.model_copy(update={"sha256": "1" * 64})
    publish(other.folder, other.description.model_copy(update={"model": model}))
    first, second = atlas.library.every()[:2]
    items = [first, dataclasses.replace(second, licence="All rights reserved")]
    packed = pack(atlas, items, PACKING, out=tmp_path / "a")
    mixed = unpack(packed.path, tmp_path / "mine", atlases=[Atlas.open(other.folder)]).atlas
    assert mixed.description.model is None


def test_a_package_without_embeddings_is_as_older_versions_read_it(tmp_path: Path) -> None:
    bare = without_model(tmp_path / "bare")
    packed = pack(bare, bare.library.every()[:2], PACKING, out=tmp_path / "a")
    with zipfile.ZipFile(packed.path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert "embeddings.f16" not in archive.namelist()
    assert manifest["format"] == 1
    assert "model" not in manifest
    assert unpack(packed.path, tmp_path / "mine").atlas.description.model is None


def altered(good: Path, out: Path, data: bytes, **model: Any) -> Path:
    """Write a package anew with other embeddings, whose checksums are right."""
    members = {info.filename: content for info, content in members_of(good)}
    manifest = json.loads(members["manifest.json"])
    manifest["model"] |= {"embeddings": hashlib.sha256(data).hexdigest(), **model}
    content = json.dumps(manifest).encode()
    members["embeddings.f16"], members["manifest.json"] = data, content
    members["manifest.sha256"] = hashlib.sha256(content).hexdigest().encode()
    return written(out, [(zipfile.ZipInfo(name), one) for name, one in members.items()])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: rows[:-1],
        lambda rows: np.vstack([rows, rows[:1]]),
        lambda rows: np.where(np.arange(len(rows))[:, None] == 1, np.nan, rows),
        lambda rows: np.where(np.arange(len(rows))[:, None] == 1, np.inf, rows),
        lambda rows: np.where(np.arange(len(rows))[:, None] == 1, 0, rows),
    ],
)
def test_embeddings_that_are_none_are_refused(
    good: Path, tmp_path: Path, spoil: Callable[[np.ndarray], np.ndarray]
) -> None:
    rows = np.array([(1.0, number / 100) for number in range(FEW)], "<f2")
    same = altered(good, tmp_path / "same", rows.tobytes())
    assert unpack(same, tmp_path / "same-atlas").atlas.searchable
    bad = altered(good, tmp_path / "bad", spoil(rows).astype("<f2").tobytes())
    with pytest.raises(PackageDamaged):
        unpack(bad, tmp_path / "mine")
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("channels", [0, 3, 1 << 30])
def test_a_length_that_is_not_theirs_is_refused(good: Path, tmp_path: Path, channels: int) -> None:
    data = bytes(4 * FEW)
    with pytest.raises(PackageDamaged):
        unpack(altered(good, tmp_path / "bad", data, channels=channels), tmp_path / "mine")


def test_altered_embeddings_are_noticed(good: Path, tmp_path: Path) -> None:
    members = {info.filename: content for info, content in members_of(good)}
    members["embeddings.f16"] = members["embeddings.f16"][::-1]
    bad = written(tmp_path / "bad", [(zipfile.ZipInfo(key), one) for key, one in members.items()])
    with pytest.raises(PackageDamaged):
        unpack(bad, tmp_path / "mine")


def test_a_lie_about_whose_they_are_is_one_sentence(good: Path, tmp_path: Path) -> None:
    """The checksum of our model, but embeddings of another length."""
    brought = unpack(good, tmp_path / "mine").atlas
    with pytest.raises(AtlasOfOtherModel):
        brought.similar(np.ones(512, np.float32))


def test_embeddings_of_another_length_are_not_mixed_with_ours(atlas: Atlas, tmp_path: Path) -> None:
    """The checksum of our model, and an image that only our atlas has."""
    first, second = atlas.library.every()[:2]
    items = [first, dataclasses.replace(second, licence="All rights reserved")]
    packed = pack(atlas, items, PACKING, out=tmp_path / "a")
    lying = altered(packed.path, tmp_path / "lying", np.ones(3, "<f2").tobytes(), channels=3)
    brought = unpack(lying, tmp_path / "mine", atlases=[atlas]).atlas
    assert brought.description.images == 2
    assert brought.description.model is None


@pytest.mark.parametrize("value", [0.0, float("nan")])
def test_what_would_be_refused_does_not_go_along(tmp_path: Path, value: float) -> None:
    rows = [("nv", "a"), ("mel", "b")]
    spoilt = write_atlas(tmp_path / "spoilt", rows, vectors=[(1.0, 0.0), (value, 0.0)])
    packed = pack(spoilt, spoilt.library.every(), PACKING, out=tmp_path / "a")
    assert packed.manifest.model is None
    assert unpack(packed.path, tmp_path / "mine").atlas.description.images == 2
