"""Packages that come while another one is looked at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from core.atlas import Atlas
from core.learning.package.packing import Packing, pack
from desktop.teach import folders
from desktop.teach.bringer import Bringer
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window

NAMES = ("First", "Second", "Third")


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr(folders, "packages_folder", lambda: tmp_path / "packages")
    atlas = Atlas.open(make_atlas(tmp_path / "atlas", ("nv", "mel")))
    items, day = atlas.library.every(), date(2026, 1, 1)
    return [
        pack(atlas, items, Packing(name=name, made=day), out=tmp_path / f"{name}.lentigo").path
        for name in NAMES
    ]


def drop(window: Window, *paths: Path) -> Bringer:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.app.window.dropped.emit(data)
    bringer = window.app.teach.bringer
    assert bringer is not None
    window.bot.waitUntil(lambda: not window.app.background.busy)
    return bringer


def shown(bringer: Bringer) -> str:
    """The name of the package that is looked at; empty where none is."""
    return "" if bringer.dialog is None else bringer.dialog.title.text()


def test_a_second_package_is_shown_after_the_first(
    make_window: MakeWindow, packages: list[Path], tmp_path: Path
) -> None:
    window = make_window()
    bringer = drop(window, packages[0])
    window.bot.waitUntil(lambda: shown(bringer) == "First")
    drop(window, packages[1])
    drop(window, packages[1])  # twice by mistake
    assert shown(bringer) == "First"
    assert bringer.dialog is not None
    bringer.dialog.begin.click()
    window.bot.waitUntil(lambda: shown(bringer) == "Second", timeout=20_000)
    bringer.dialog.reject()
    assert shown(bringer) == ""
    assert [one.name for one in (tmp_path / "packages").iterdir()] == ["first"]
    drop(window, packages[1])  # after it was declined, it may be wanted after all
    window.bot.waitUntil(lambda: shown(bringer) == "Second")
    bringer.dialog.reject()


def test_several_that_are_dropped_at_once_are_shown_one_after_the_other(
    make_window: MakeWindow, packages: list[Path]
) -> None:
    window = make_window()
    bringer = drop(window, *packages)
    seen = []
    for _ in packages:
        window.bot.waitUntil(lambda: bool(shown(bringer)))
        seen.append(shown(bringer))
        assert bringer.dialog is not None
        bringer.dialog.reject()
    assert sorted(seen) == sorted(NAMES)
    assert not window.app.session.images
