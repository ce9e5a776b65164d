"""An atlas that was half copied: it opens as far as it can, and says what is wrong."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from core.atlas import Atlas
from desktop.bringing.remarks_dialog import RemarksDialog
from desktop.shell.settings import SettingsStore
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window

CODES = ("nv", "nv", "mel", "nv", "bcc")


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", CODES)


def change_a_diagnosis(atlas: Path) -> None:
    (library,) = atlas.glob("library-*.sqlite")
    connection = sqlite3.connect(library)
    with connection:
        connection.execute("UPDATE item SET code = 'mel' WHERE id = 1")
    connection.close()


def listed(window: Window) -> RemarksDialog:
    window.bot.waitUntil(lambda: window.app.bringing.found.dialog is not None)
    dialog = window.app.bringing.found.dialog
    assert dialog is not None
    return dialog


def words(dialog: RemarksDialog) -> list[str]:
    return [one.words for one in dialog.model.every]


def is_open(window: Window, folder: Path) -> bool:
    opened = window.app.similar.shelf.atlas
    return opened is not None and opened.folder == folder


def test_missing_images_are_listed_and_the_others_browsed(
    make_window: MakeWindow, atlas: Path
) -> None:
    (atlas.parent / "drawn" / "2.png").unlink()
    (atlas.parent / "drawn" / "3.png").write_bytes(b"half")
    window = make_window()
    window.dialogs.chosen_folder = atlas
    window.trigger("choose_atlas")
    window.bot.waitUntil(lambda: is_open(window, atlas))
    window.trigger("atlas_check")
    dialog = listed(window)
    assert words(dialog) == [
        "The image file is missing.",
        "The image file is not what it was when it was brought in.",
    ]
    assert "All other images can be browsed" in dialog.said.text()
    assert dialog.rescue.isHidden()


def test_a_damaged_library_is_listed_at_once_and_rescued(
    make_window: MakeWindow, atlas: Path, tmp_path: Path
) -> None:
    change_a_diagnosis(atlas)
    (atlas.parent / "drawn" / "2.png").unlink()
    window = make_window()
    window.dialogs.chosen_folder = atlas
    window.trigger("choose_atlas")
    dialog = listed(window)
    assert words(dialog) == [
        "The file with the items is not the one that was written.",
        "The image file is missing.",
    ]
    assert "2 things are wrong" in dialog.said.text()
    window.dialogs.chosen_folder = tmp_path / "rescued"
    dialog.rescue.click()
    window.bot.waitUntil(lambda: is_open(window, tmp_path / "rescued"))
    assert Atlas.open(tmp_path / "rescued").description.images == len(CODES)
    window.bot.waitUntil(lambda: "atlas of its own" in window.app.notice.words)


def test_a_remembered_atlas_without_its_description_offers_to_be_checked(
    make_window: MakeWindow, atlas: Path
) -> None:
    (atlas / "atlas.json").unlink()  # the copying had not come so far
    store = SettingsStore()
    store.change(atlas=str(atlas))
    window = make_window(settings=store)
    window.trigger("place_atlas")
    place = window.app.atlas.place
    assert place is not None
    window.bot.waitUntil(lambda: "cannot be opened" in place.message.words)
    offered = [one for one in place.message.findChildren(QPushButton) if one.isVisible()]
    next(one for one in offered if one.text() == "Check the atlas").click()
    assert words(listed(window)) == [
        "What the atlas says of itself cannot be read: its name, licence and model."
    ]
    assert listed(window).rescue.isVisible()


def test_a_whole_atlas_has_nothing_wrong(make_window: MakeWindow, atlas: Path) -> None:
    window = make_window()
    window.dialogs.chosen_folder = atlas
    window.trigger("atlas_check")  # none is in use: it is asked for
    window.bot.waitUntil(lambda: "Nothing is wrong" in window.app.notice.words)
    window.trigger("atlas_found")
    assert "Open an atlas first" in window.app.notice.words
    window.trigger("choose_atlas")
    window.bot.waitUntil(lambda: is_open(window, atlas))
    window.trigger("atlas_found")
    window.bot.waitUntil(lambda: "nothing contradicts itself" in window.app.notice.words)
    assert window.app.bringing.found.dialog is None


def test_a_check_can_be_ended(make_window: MakeWindow, atlas: Path) -> None:
    window = make_window()
    checking = window.app.bringing.checking
    checking.check(atlas)
    checking.check(atlas)
    assert "is being made for an atlas already" in window.app.notice.words
    assert checking.dialog is not None
    checking.dialog.cancel.click()
    window.bot.waitUntil(lambda: checking.dialog is None)
    assert window.app.bringing.found.dialog is None
