"""A trainee browses an atlas of labelled images."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from core.atlas import AtlasItem
from core.atlas.browse import Facet, Sort
from desktop.atlas.grid_model import AtlasRole
from desktop.atlas.words import INVITING, Order
from desktop.bringing import command
from desktop.shell.places import Place
from desktop.shell.settings import SettingsStore
from desktop.similar.content import MISSING
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.in_atlas import Browsing, counts_of

CODES = ("nv", "nv", "mel", "nv", "bcc", *["nv"] * 25)


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", CODES)


def is_building(window: Window) -> bool:
    return window.app.bringing.errands.busy


def enter(make_window: MakeWindow, atlas: Path) -> Browsing:
    store = SettingsStore()
    store.change(atlas=str(atlas))
    window = make_window(settings=store)
    window.trigger("place_atlas")
    found = Browsing(window)
    found.settle()
    return found


def test_an_empty_place_invites_and_an_atlas_fills_it(
    make_window: MakeWindow, atlas: Path, tmp_path: Path
) -> None:
    window = make_window()
    window.trigger("place_atlas")
    found = Browsing(window)
    assert INVITING in found.place.message.words
    window.dialogs.chosen_folder = tmp_path  # no atlas
    window.trigger("choose_atlas")
    window.bot.waitUntil(lambda: "There is no finished atlas" in window.app.notice.words)
    assert INVITING in found.place.message.words
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(atlas))])
    window.app.window.dropped.emit(data)
    found.settle()
    assert window.app.places.current is Place.ATLAS
    assert found.place.title.text() == "Drawn set"
    assert "CC0" in found.place.words.text()
    assert found.place.shown.text() == "30 images"
    seen = [found.model.index(row) for row in found.view.rows]
    assert len(seen) > 3
    assert all(isinstance(one.data(AtlasRole.PICTURE), QImage) for one in seen)
    assert seen[2].data(Qt.ItemDataRole.ToolTipRole) == (
        "Melanoma, counted as malignant, Woman, 45 years, back, Confirmed by histopathology"
    )


def test_without_any_images_the_place_is_tried_with_drawn_ones(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "starter_folder", lambda: tmp_path / "starter")
    window = make_window()
    window.trigger("place_atlas")
    found = Browsing(window)
    window.trigger("starter_atlas")
    assert is_building(window)
    window.bot.waitUntil(lambda: len(found.model) > 0)
    assert found.place.title.text() == "Synthetic phantoms (drawn)"
    found.settle()
    make_atlas(tmp_path / "other", CODES)
    window.dialogs.chosen_folder = tmp_path / "other"
    window.trigger("choose_atlas")
    window.bot.waitUntil(lambda: found.place.title.text() == "Drawn set")
    window.trigger("starter_atlas")  # it is there already
    assert not is_building(window)
    window.bot.waitUntil(lambda: found.place.title.text() == "Synthetic phantoms (drawn)")
    found.settle()


def test_items_are_narrowed_sorted_and_grouped(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    shown = found.place.shown
    assert [(one.value, one.items) for one in counts_of(found.bar.facets[Facet.DIAGNOSIS])] == [
        ("nv", 28), ("bcc", 1), ("mel", 1)]  # fmt: skip
    assert not found.bar.facets[Facet.SKIN_TYPE].isVisible()  # nothing is stated
    found.choose(Facet.DIAGNOSIS, "mel")
    assert (found.ids, shown.text()) == ([3], "1 of 30 images")
    found.bar.words.setText("face")
    found.window.bot.waitUntil(lambda: not len(found.model))
    assert "Nothing fits" in found.place.nothing.words
    assert found.place.nothing.isVisible()
    found.place.everything_wanted.emit()
    found.settle()
    assert shown.text() == "30 images"
    found.bar.group.choose(Facet.DIAGNOSIS)
    found.bar.sort.choose(Order(Sort.NAME))
    found.settle()
    assert found.view.headings == (
        ("Basal cell carcinoma", 1),
        ("Melanocytic nevus", 28),
        ("Melanoma", 1),
    )
    assert found.ids[0] == 5
    assert found.ids[-1] == 3
    found.bar.age.choose((60, 79))
    found.settle()
    assert not len(found.model)


def varied(item: AtlasItem) -> AtlasItem:
    """Say something else of each item."""
    odd, number = item.id % 2, item.id
    return replace(
        item,
        age=None if number == 6 else 10.0 * number,
        sex="male" if odd else "female",
        site="face" if odd else None,
        confirmation="histo" if number < 3 else "Histopathology" if number == 3 else "follow_up",
        skin_type=(None, "I", "I", "IV", "VI", "VI")[number - 1],
        image_type="dermoscopic" if odd else "clinical: close-up",
        licence="CC-BY" if number == 4 else None,
    )


@pytest.mark.parametrize(
    ("facet", "value", "ids"),
    [
        (Facet.DIAGNOSIS, "nv", [1, 2, 4, 6]),
        (Facet.SITE, "face", [1, 3, 5]),
        (Facet.SITE, None, [2, 4, 6]),
        (Facet.SEX, "male", [1, 3, 5]),
        (Facet.CONFIRMATION, "follow_up", [4, 5, 6]),
        (Facet.SKIN_TYPE, "VI", [5, 6]),
        (Facet.SKIN_TYPE, None, [1]),
        (Facet.IMAGE_TYPE, "dermoscopic", [1, 3, 5]),
        (Facet.LICENCE, "CC-BY", [4]),
    ],
)
def test_whatever_is_known_narrows_the_grid(
    make_window: MakeWindow,
    tmp_path: Path,
    facet: Facet,
    value: str | None,
    ids: list[int],
) -> None:
    codes = ("nv", "nv", "mel", "nv", "bcc", "nv")
    found = enter(make_window, make_atlas(tmp_path / "atlas", codes, known=varied))
    assert found.bar.facets[facet].isVisible()
    found.choose(facet, value)
    assert found.ids == ids


def test_the_grid_is_sorted_and_grouped_by_whatever_is_known(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    codes = ("nv", "nv", "mel", "nv", "bcc", "nv")
    found = enter(make_window, make_atlas(tmp_path / "atlas", codes, known=varied))
    for order, ids in (
        (Order(Sort.AGE, descending=True), [5, 4, 3, 2, 1, 6]),  # what is not known comes last
        (Order(Sort.AGE), [1, 2, 3, 4, 5, 6]),
        (Order(Sort.SITE), [1, 3, 5, 2, 4, 6]),
    ):
        found.bar.sort.choose(order)
        found.settle()
        assert found.ids == ids
    for group, headings in (
        (Facet.SKIN_TYPE, [("I", 2), ("IV", 1), ("VI", 2), ("Not stated", 1)]),
        (Facet.SEX, [("Female", 3), ("Male", 3)]),
        (Facet.IMAGE_TYPE, [("Photograph, close-up", 3), ("Dermoscopy", 3)]),
    ):
        found.bar.group.choose(group)
        found.settle()
        assert list(found.view.headings) == headings


def test_in_a_low_window_the_height_is_left_to_the_pictures(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    codes = ("nv", "nv", "mel", "nv", "bcc", "nv")
    found = enter(make_window, make_atlas(tmp_path / "atlas", codes, known=varied))
    bar, window = found.bar, found.window.frame.window
    window.resize(1100, 800)
    assert not bar.more.isVisible()
    assert bar.facets[Facet.SKIN_TYPE].isVisible()
    window.resize(720, 520)
    found.window.bot.waitUntil(bar.more.isVisible)
    assert not bar.facets[Facet.SKIN_TYPE].isVisible()
    low = found.view.height()
    QTest.keyClick(bar.more, Qt.Key.Key_Space)
    assert bar.facets[Facet.SKIN_TYPE].isVisible()
    found.choose(Facet.SEX, "male")
    QTest.keyClick(bar.more, Qt.Key.Key_Space)
    assert not bar.facets[Facet.SEX].isVisible()
    assert bar.more.text() == "Filters (1)"  # and what is hidden still counts
    assert found.ids == [1, 3, 5]
    assert found.view.height() == low
    found.place.everything_wanted.emit()
    found.settle()
    assert bar.more.text() == "Filters"


def test_it_is_browsed_with_the_keyboard_alone(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    view, columns = found.view, found.view.cells.columns
    assert columns > 2
    view.setFocus()
    for key, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_End, 29),
        (Qt.Key.Key_Home, 0),
        (
            Qt.Key.Key_PageDown,
            columns * max(1, view.viewport().height() // view.cells.box(0).height),
        ),
    ):
        QTest.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen == [0, 1]
    assert found.place.shown.text() == "30 images, 2 chosen"
    found.window.trigger("atlas_look")
    found.window.bot.waitUntil(lambda: len(found.window.app.session.images) == 2)
    assert found.window.app.places.current is Place.LOOK


def test_a_click_chooses_what_lies_under_it(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    view = found.view
    for row in (0, 4):
        where = view.visualRect(found.model.index(row)).center()
        assert view.indexAt(where).row() == row
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert view.chosen == [row]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert view.chosen == []


def test_missing_files_are_told_of_in_their_places(make_window: MakeWindow, atlas: Path) -> None:
    (atlas.parent / "drawn" / "2.png").unlink()
    found = enter(make_window, atlas)
    pictures = [found.model.index(row).data(AtlasRole.PICTURE) for row in (0, 1, 2)]
    assert isinstance(pictures[0], QImage)
    assert pictures[1] == MISSING


def test_a_damaged_atlas_says_what_is_wrong(make_window: MakeWindow, atlas: Path) -> None:
    (library,) = atlas.glob("library-*.sqlite")
    library.write_bytes(b"torn")
    store = SettingsStore()
    store.change(atlas=str(atlas))
    window = make_window(settings=store)
    window.trigger("place_atlas")
    place = window.app.atlas.place
    assert place is not None
    window.bot.waitUntil(lambda: "is damaged" in place.message.words)


@pytest.mark.usefixtures("speak")
def test_another_language_shows_the_atlas_again(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    old = found.window.frame
    found.window.trigger("language_id")
    found.window.bot.waitUntil(lambda: found.window.frame is not old)
    found.window.bot.waitUntil(lambda: found.window.app.places.current is Place.ATLAS)
    again = Browsing(found.window)
    again.settle()
    assert again.place.shown.text() == "30 citra"
