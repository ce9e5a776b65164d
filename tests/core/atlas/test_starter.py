"""The atlas of drawings: labelled, and marked as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.atlas import Atlas, starter
from core.errors import OutputError
from core.report.similar_words import confirmed_words


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(starter, "EACH", 1)
        patch.setattr(starter, "_SIZE", (160, 160))
        return starter.build_starter(tmp_path_factory.mktemp("starter")).atlas


def test_each_pattern_is_there_and_said_to_be_drawn(atlas: Atlas) -> None:
    assert atlas.description.synthetic
    assert atlas.description.images == 8
    assert set(atlas.description.classes) == {"akiec", "bcc", "bkl", "df", "mel", "nv", "vasc"}
    for item in atlas.library.every():
        assert item.path.is_file()
        assert item.diagnosis is not None
        assert item.diagnosis.startswith("Imitates")
        assert confirmed_words(item) == "a drawing that nobody has diagnosed"


def test_what_is_drawn_is_not_drawn_again(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(starter, "EACH", 1)
    monkeypatch.setattr(starter, "draw_phantom", fail)
    told: list[int] = []
    assert starter.build_starter(atlas.folder, progress=told.append).atlas.description.images == 8
    assert told[-1] == starter.count() == 8


def test_the_atlas_moves_with_its_drawings(tmp_path: Path, atlas: Atlas) -> None:
    moved = tmp_path / "moved"
    atlas.folder.rename(moved)
    try:
        assert all(item.path.is_file() for item in Atlas.open(moved).library.every())
    finally:
        moved.rename(atlas.folder)


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "_SIZE", (160, 160))
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        starter.build_starter(tmp_path / "file" / "atlas")
