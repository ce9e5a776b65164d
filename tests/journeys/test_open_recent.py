"""What was opened yesterday is two keys away."""

from __future__ import annotations

import shutil
from pathlib import Path

from core.paths import examples_folder
from desktop.recent.menu import RecentMenu
from desktop.recent.paths import read
from tests.desktop.windows import Window


def entries(menu: RecentMenu) -> list[str]:
    return [action.toolTip() for action in menu.actions()[:-2]]


def copies(folder: Path, count: int) -> list[Path]:
    sources = sorted(examples_folder().glob("*.jpg"))[:count]
    return [Path(shutil.copy(source, folder / source.name)) for source in sources]


def test_opened_again_from_the_menu(window: Window, tmp_path: Path) -> None:
    menu = window.app.recent
    assert not menu.menuAction().isEnabled()
    first, second = copies(tmp_path, 2)
    window.open([first, second])
    window.settle()
    assert entries(menu) == [str(first), str(second)]
    assert read(window.app.settings.current.recent) == (first, second)
    window.app.actions["close_all"].trigger()
    menu.actions()[1].trigger()
    window.bot.waitUntil(lambda: window.app.session.images.rowCount() == 1)
    assert entries(menu) == [str(second), str(first)]


def test_what_is_gone_is_said_and_leaves_the_list(window: Window, tmp_path: Path) -> None:
    menu = window.app.recent
    (only,) = copies(tmp_path, 1)
    window.open([only])
    window.settle()
    only.unlink()
    menu.actions()[0].trigger()
    assert only.name in window.app.notice.words
    assert entries(menu) == []


def test_forgotten_on_request(window: Window, tmp_path: Path) -> None:
    window.open(copies(tmp_path, 2))
    window.settle()
    begun = {"batch": "where it lies", "atlas_build": "and its images", "isic": "and what came"}
    window.app.settings.change(**begun)
    window.app.recent.actions()[-1].trigger()
    current = window.app.settings.current
    assert current.recent == ""
    assert [getattr(current, name) for name in begun] == ["", "", ""]
    assert not window.app.recent.menuAction().isEnabled()


def test_examples_have_an_entry_of_their_own(window: Window) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:2])
    window.settle()
    assert window.app.settings.current.recent == ""
