"""A trainee marks favourites and puts images together; an atlas that is built anew keeps both."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from desktop.atlas.cell_delegate import picture_frame
from desktop.atlas.collecting import Collecting
from desktop.atlas.grid_model import AtlasRole
from desktop.atlas.star import star_box
from desktop.shell.settings import SettingsStore
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.in_atlas import Browsing

CODES = ("nv", "nv", "mel", "nv", "bcc", *["nv"] * 5)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Marking(Browsing):
    """The place, and what is marked in it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.settle()

    @property
    def starred(self) -> list[int]:
        rows = range(len(self.model))
        return [
            self.model.id_at(row) for row in rows if self.model.index(row).data(AtlasRole.FAVOURITE)
        ]

    @property
    def offered(self) -> list[str]:
        return [action.text() for action in self.bar.marks.offered.actions()]

    def narrow(self, words: str) -> None:
        """Tick an entry of the menu, or untick it."""
        found = [one for one in self.bar.marks.offered.actions() if one.text() == words]
        found[0].trigger()
        self.settle()

    def choose_first(self, count: int) -> None:
        self.view.setFocus()
        QTest.keyClick(self.view, Qt.Key.Key_Home)
        for _ in range(count - 1):
            QTest.keyClick(self.view, Qt.Key.Key_Right, SHIFT)

    def click_star(self, row: int) -> None:
        box = star_box(picture_frame(self.view.visualRect(self.model.index(row))))
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        self.settle()

    def collect(self) -> Collecting:
        self.window.trigger("atlas_collections")
        marking = self.window.app.atlas.marking
        assert marking is not None
        assert marking.collecting is not None
        return marking.collecting

    def add(self, asking: Collecting, name: str) -> None:
        asking.dialog.name.setText(name)
        QTest.keyClick(asking.dialog.name, Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", CODES)


def enter(make_window: MakeWindow, atlas: Path) -> Marking:
    store = SettingsStore()
    store.change(atlas=str(atlas))
    window = make_window(settings=store)
    window.trigger("place_atlas")
    return Marking(window)


def ticks(asking: Collecting) -> list[tuple[str, Qt.CheckState]]:
    role = Qt.ItemDataRole.CheckStateRole
    model = asking.model
    return [(model[row].words, model.index(row).data(role)) for row in range(len(model))]


def test_favourites_are_marked_by_key_and_by_star_and_the_grid_is_narrowed_to_them(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    assert not found.bar.marks.isVisible()
    found.choose_first(2)
    found.window.trigger("atlas_favourite")
    found.settle()
    assert found.starred == [1, 2]
    assert found.window.app.actions["atlas_favourite"].isChecked()
    found.click_star(4)
    assert found.starred == [1, 2, 5]
    assert found.view.chosen == [0, 1]  # a star chooses nothing
    assert found.model.index(4).data(Qt.ItemDataRole.ToolTipRole).endswith("favourite")
    found.narrow("Favourites (3)")
    assert found.ids == [1, 2, 5]
    assert found.place.shown.text() == "3 of 10 images"
    found.click_star(0)
    assert found.ids == [2, 5]
    found.place.everything_wanted.emit()
    found.settle()
    assert len(found.ids) == 10


def test_collections_are_made_filled_renamed_and_deleted(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    before = [path.read_bytes() for path in sorted(atlas.glob("library-*"))]
    found.choose_first(3)
    asking = found.collect()
    assert asking.dialog.empty.isVisible()
    found.add(asking, "Hard ones")
    assert ticks(asking) == [("Hard ones: 3 images", Qt.CheckState.Checked)]
    assert asking.dialog.name.text() == ""
    found.add(asking, "Hard ones")
    assert "already" in asking.dialog.remark.text()
    asking.dialog.reject()
    found.choose_first(4)
    asking = found.collect()
    assert ticks(asking) == [("Hard ones: 3 images", Qt.CheckState.PartiallyChecked)]
    QTest.keyClick(asking.dialog.view, Qt.Key.Key_Space)
    found.settle()
    assert ticks(asking) == [("Hard ones: 4 images", Qt.CheckState.Checked)]
    QTest.keyClick(asking.dialog.view, Qt.Key.Key_Space)
    found.settle()
    assert ticks(asking) == [("Hard ones: 0 images", Qt.CheckState.Unchecked)]
    asking.model.setData(asking.model.index(0), "Soft ones")
    found.settle()
    assert found.offered == ["Soft ones (0)"]
    asking.dialog.delete.click()
    assert asking.deleting is not None
    asking.deleting.delete.click()
    found.window.bot.waitUntil(lambda: len(asking.model) == 0)
    assert [path.read_bytes() for path in sorted(atlas.glob("library-*"))] == before


def test_several_collections_are_seen_at_once(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    for row, name in ((2, "Melanomas"), (4, "Carcinomas")):
        found.view.setCurrentIndex(found.model.index(row))
        asking = found.collect()
        found.add(asking, name)
        asking.dialog.reject()
    found.narrow("Melanomas (1)")
    assert found.ids == [3]
    found.narrow("Carcinomas (1)")
    assert found.ids == [3, 5]
    assert found.bar.marks.currentText() == "2 collections"
    found.narrow("Melanomas (1)")
    assert found.ids == [5]


def test_an_atlas_that_is_built_anew_keeps_what_was_marked(
    make_window: MakeWindow, atlas: Path, tmp_path: Path
) -> None:
    found = enter(make_window, atlas)
    found.click_star(2)
    again = make_atlas(tmp_path / "again" / "atlas", CODES[2:], name="Anew")
    found.window.dialogs.chosen_folder = again
    found.window.trigger("choose_atlas")
    found.window.bot.waitUntil(lambda: found.place.title.text() == "Anew")
    found.settle()
    assert found.model.rowCount(QModelIndex()) == 8
    assert found.starred == [3]  # its pictures are numbered alike


def test_somebody_else_has_marks_of_their_own(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    found.click_star(0)
    profiles = found.window.app.profiles
    found.window.bot.waitUntil(lambda: profiles.current is not None)
    profiles.add("Ayu")
    found.window.bot.waitUntil(lambda: len(profiles.everybody) == 2)
    found.settle()
    assert found.starred == []
    asking = found.collect()
    assert asking.dialog.chooser.isVisible()
    (me,) = [one for one in profiles.everybody if one.name == "Me"]
    asking.dialog.chooser.chosen.emit(me.id)
    found.settle()
    assert found.starred == [1]
    asking.dialog.reject()


def test_a_store_that_cannot_be_read_is_one_sentence(
    make_window: MakeWindow, atlas: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"no database" * 1000)
    monkeypatch.setenv("LENTIGO_LEARNING", str(broken))
    found = enter(make_window, atlas)
    assert len(found.ids) == 10
    found.click_star(0)
    found.window.bot.waitUntil(lambda: "damaged" in found.window.app.notice.words)
    assert found.starred == []
