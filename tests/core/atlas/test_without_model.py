"""An atlas that was made without a model: everything but what is similar."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from core.atlas import Atlas
from core.atlas.build import build_atlas
from core.errors import AtlasWithoutModel, OutputError
from tests.core.atlas.small import read_set, small_atlas, write_image, write_set


def test_it_knows_all_that_the_source_said(tmp_path: Path) -> None:
    atlas = small_atlas(tmp_path)
    assert atlas.description.model is None
    assert not atlas.searchable
    (item,) = atlas.library.items([3])
    assert (item.diagnosis, item.image_type, item.skin_type) == ("as written", "dermoscopic", "III")
    assert (item.licence, item.attribution) == ("CC-0", "Anonymous")
    assert len(atlas.library.every()) == 6


def test_it_says_why_nothing_similar_can_be_found(tmp_path: Path) -> None:
    atlas = small_atlas(tmp_path)
    with pytest.raises(AtlasWithoutModel, match="made without a model, so it cannot say"):
        atlas.require_model("0" * 64)
    with pytest.raises(AtlasWithoutModel):
        atlas.similar(np.ones(8, np.float32))


def test_images_are_copied_in_and_the_atlas_then_stands_alone(tmp_path: Path) -> None:
    data = write_set(tmp_path / "data")
    shutil.copy(data / "images" / "0.png", data / "images" / "1.png")
    atlas = build_atlas(read_set(data), None, out=tmp_path / "atlas", copy=True).atlas
    shutil.rmtree(data)
    shutil.move(tmp_path / "atlas", tmp_path / "elsewhere")
    items = Atlas.open(tmp_path / "elsewhere").library.every()
    assert len({item.path for item in items}) == 5
    for item in items:
        assert item.path.is_relative_to(tmp_path / "elsewhere" / "images")
        assert hashlib.sha256(item.path.read_bytes()).hexdigest() == item.sha256
    assert atlas.description.images == 6


def test_a_copy_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    data, out = read_set(write_set(tmp_path / "data")), tmp_path / "atlas"
    (first, *_) = build_atlas(data, None, out=out, copy=True).atlas.library.every()
    whole = first.path.read_bytes()
    first.path.write_bytes(whole[:100])
    build_atlas(data, None, out=out, copy=True)
    assert first.path.read_bytes() == whole


def test_copies_that_have_no_room_are_refused_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr("core.atlas.copying.shutil.disk_usage", lambda _: full)
    with pytest.raises(OutputError, match="has room for 0 MB"):
        build_atlas(read_set(write_set(tmp_path / "data")), None, out=tmp_path / "a", copy=True)


def test_an_image_that_changes_while_it_is_brought_in_is_left_out(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "data")

    def change(_: int) -> None:
        write_image(folder / "images" / "2.png", seed=77)

    data, out = read_set(folder), tmp_path / "atlas"
    built = build_atlas(data, None, out=out, copy=True, progress=change)
    (skipped,) = built.skipped
    assert (skipped.path.name, skipped.kind) == ("2.png", "ImageChanged")
    assert built.atlas.description.images == 5


def test_an_atlas_of_the_first_layout_still_opens(tmp_path: Path) -> None:
    atlas = small_atlas(tmp_path)
    library = atlas.folder / atlas.description.library
    with sqlite3.connect(library) as connection:
        for name in ("diagnosis", "image_type", "skin_type", "licence", "attribution"):
            connection.execute(f"ALTER TABLE item DROP COLUMN {name}")
        connection.execute("DROP TABLE pair")
    connection.close()
    values = json.loads((atlas.folder / "atlas.json").read_text())
    for name in ("synthetic", "copies", "contradicting", "compared"):
        del values[name]
    values |= {
        "format": 1,
        "library_sha256": hashlib.sha256(library.read_bytes()).hexdigest(),
        "model": {"name": "Old", "version": "1", "sha256": "0" * 64, "channels": 8},
    }
    (atlas.folder / "atlas.json").write_text(json.dumps(values))
    former = Atlas.open(atlas.folder)
    (item,) = former.library.items([3])
    assert (item.code, item.site, item.attribution) == ("mel", "back", None)
    assert former.library.pairs() == []
    assert len(former.library.every()) == 6


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_others_may_read_it_as_any_other_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    folder = small_atlas(tmp_path).folder
    (library,) = folder.glob("library-*.sqlite")
    assert library.stat().st_mode == plain.stat().st_mode
    assert (folder / "atlas.json").stat().st_mode == plain.stat().st_mode
