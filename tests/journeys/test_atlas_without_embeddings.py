"""A trainee opens an atlas in which nothing similar can be found, and is told what to do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.images import close_shared_reader
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.journeys.test_atlas_large import enter


@pytest.fixture(autouse=True)
def readers() -> Iterator[None]:
    yield
    close_shared_reader()


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", ("nv", "mel", "nv"))


def test_an_atlas_without_embeddings_says_how_to_get_them(
    make_window: MakeWindow, atlas: Path
) -> None:
    description = atlas / "atlas.json"
    words = json.loads(description.read_text("utf-8"))
    description.write_text(json.dumps({**words, "model": None}), "utf-8")
    found = enter(make_window, atlas)
    found.open(0)
    panel = found.large.panel
    assert not panel.similar.isVisible()
    assert panel.like.isVisible()
    assert panel.why_not.isVisible()
    found.window.trigger("build_atlas")
    asking = found.window.app.bringing.building.asking
    assert asking is not None
    asking.dialog.data.setText(str(atlas))
    found.window.bot.waitUntil(lambda: asking.settled)
    assert asking.dialog.about_data.text().startswith("An atlas: its images and labels")
    assert asking.dialog.wish.out != atlas
    asking.dialog.reject()


def test_an_atlas_with_embeddings_does_not(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    found.open(0)
    assert found.large.panel.similar.isVisible()
    assert not found.large.panel.why_not.isVisible()
