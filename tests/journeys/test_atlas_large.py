"""A trainee looks at labelled images large: alone, with the model's answer, beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.errors import UnreadableImage
from desktop.atlas.large_view import LargeView
from desktop.atlas.pages import AtlasPages
from desktop.shell.places import Place
from desktop.shell.settings import SettingsStore
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import KNOWN, NOVEL, make_analysis, make_card, make_rules
from tests.desktop.windows import Window
from tests.journeys.in_atlas import Browsing

CARD = make_card(trust=make_rules())
CODES = ("nv", "nv", "mel", "nv", "bcc", *["nv"] * 7)


class Looking(Browsing):
    """The large view, and what is done in it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        pages = window.app.atlas.pages
        assert pages is not None
        self.pages: AtlasPages = pages

    @property
    def large(self) -> LargeView:
        return self.pages.large

    def settle(self) -> None:
        super().settle()
        self.window.bot.waitUntil(lambda: self.pages.settled)

    def open(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))
        self.view.setFocus()
        QTest.keyClick(self.view, Qt.Key.Key_Return)
        self.settle()

    def heated(self) -> bool:
        return self.large.picture.heat_shown

    @property
    def distances(self) -> list[str]:
        rows = self.large.panel.rows
        return [rows[place].distance for place in range(len(rows))]


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", CODES)


def enter(make_window: MakeWindow, atlas: Path) -> Looking:
    store = SettingsStore()
    store.change(atlas=str(atlas))
    window = make_window(engine=FakeEngine(card=CARD), settings=store)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    window.trigger("place_atlas")
    found = Looking(window)
    found.settle()
    return found


def test_one_is_seen_large_with_all_that_is_known_and_the_next_by_a_key(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    found.open(2)
    panel = found.large.panel
    assert found.large.isVisible()
    assert panel.title.text() == "Melanoma"
    assert panel.tag.text() == "Counted as malignant"
    assert "Woman, 45 years, back\nConfirmed by histopathology" in panel.facts.text()
    assert panel.credit.text() == "Image: our own drawings. CC0"
    assert "Blue-white veil" in panel.criteria.text()
    assert "Kittler" in panel.sources.text()
    assert found.large.place.text() == "3 of 12"
    before = found.large.picture.zoom
    assert before > 0
    QTest.keyClick(found.large.picture, Qt.Key.Key_Plus)
    assert found.large.picture.zoom > before
    QTest.keyClick(found.large.picture, Qt.Key.Key_PageDown)
    found.settle()
    assert panel.title.text() == "Melanocytic nevus"
    assert not panel.tag.isVisible()
    QTest.keyClick(found.large.picture, Qt.Key.Key_Escape)
    assert found.view.isVisible()
    assert found.view.currentIndex().row() == 3  # where the user has come to
    assert found.view.hasFocus()


def test_similar_ones_are_found_and_look_alikes_of_another_diagnosis(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    found.open(0)
    panel = found.large.panel
    assert len(found.distances) == 8
    assert found.distances == sorted(found.distances)
    assert panel.rows[0].diagnosis == "Melanocytic nevus"
    panel.others.click()
    found.settle()
    assert [panel.rows[place].diagnosis for place in range(len(panel.rows))] == [
        "Melanoma",
        "Basal cell carcinoma",
    ]
    panel.similar.opened.emit(0)
    found.settle()
    assert panel.title.text() == "Melanoma"
    assert found.large.place.text() == "3 of 12"


def test_the_model_says_nothing_until_it_is_asked(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    found.open(2)
    client, panel = found.window.engine.client, found.large.panel
    assert not client.open
    assert not panel.said.isVisible()
    found.window.trigger("atlas_model")
    (job,) = client.open
    client.finish(job, make_analysis(CARD, finding="bcc", probability=0.7, novelty=KNOWN))
    found.settle()
    assert "Basal cell carcinoma 70 %" in panel.said.text().replace("\u00a0", " ")
    assert found.heated()
    assert found.large.legend.isVisible()
    QTest.keyClick(found.large.picture, Qt.Key.Key_PageDown)
    found.settle()
    assert not panel.said.isVisible()
    assert not found.heated()
    found.window.trigger("atlas_model")
    (job,) = client.open
    client.fail(job, UnreadableImage("It is damaged."))
    assert panel.said.text() == "It is damaged."
    found.window.trigger("atlas_model")
    assert not panel.said.isVisible()


def test_some_are_set_beside_each_other_and_zoomed_together(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    found.view.setFocus()
    for _ in range(2):
        QTest.keyClick(found.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    found.window.trigger("atlas_compare")
    found.settle()
    cells = found.pages.comparison.cells
    assert [cell.isVisible() for cell in cells] == [True, True, True, False]
    assert [cell.finding.text() for cell in cells[:3]] == [
        "Melanocytic nevus", "Melanocytic nevus", "Melanoma"]  # fmt: skip
    cells[0].picture.zoom_in()
    assert cells[2].picture.magnification == pytest.approx(cells[0].picture.magnification)
    assert cells[0].picture.magnification > 1
    before = cells[2].picture.magnification
    QTest.keyClick(cells[0].picture, Qt.Key.Key_Plus)
    assert cells[2].picture.magnification > before
    QTest.keyClick(cells[0].picture, Qt.Key.Key_F)
    assert cells[2].picture.magnification == pytest.approx(1)
    found.window.trigger("atlas_back")
    assert found.view.isVisible()
    assert found.view.chosen_count == 3


def test_the_model_says_of_all_beside_each_other_what_it_would(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    found.view.setFocus()
    for _ in range(2):
        QTest.keyClick(found.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    found.window.trigger("atlas_compare")
    found.settle()
    client, cells = found.window.engine.client, found.pages.comparison.cells[:3]
    assert not client.open
    assert not any(cell.picture.heat_shown for cell in cells)
    found.window.trigger("atlas_model")
    first, second, third = sorted(client.open)
    assert all("Asking the model…" in cell.trust.text() for cell in cells)
    client.finish(first, make_analysis(CARD, finding="bcc", probability=0.7, novelty=KNOWN))
    client.finish(second, make_analysis(CARD, finding="nv", probability=0.6, novelty=NOVEL))
    client.fail(third, UnreadableImage("It is damaged."))
    found.settle()
    told = [cell.trust.text().splitlines()[-1].replace("\u00a0", " ") for cell in cells]
    assert told == ["The model: Basal cell carcinoma 70 %", "Unlike a lesion", "It is damaged."]
    assert [cell.picture.heat_shown for cell in cells] == [True, True, False]
    assert cells[0].legend.isVisible()
    found.window.trigger("atlas_model")
    assert not any(cell.picture.heat_shown for cell in cells)
    assert cells[0].trust.text() == "Woman, 45 years, back. Confirmed by histopathology"
    found.window.trigger("atlas_model")
    QTest.keyClick(cells[0].picture, Qt.Key.Key_Escape)
    assert not found.window.app.actions["atlas_model"].isChecked()


def test_the_large_one_is_set_beside_those_that_are_like_it(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    found.open(0)
    found.window.trigger("atlas_compare")
    found.settle()
    assert all(cell.isVisible() for cell in found.pages.comparison.cells)
    QTest.keyClick(found.pages.comparison.cells[0].picture, Qt.Key.Key_Escape)
    assert found.large.isVisible()
    found.window.trigger("atlas_look")
    found.window.bot.waitUntil(lambda: len(found.window.app.session.images) == 1)
    assert found.window.app.places.current is Place.LOOK


def test_a_missing_file_says_so_large(make_window: MakeWindow, atlas: Path) -> None:
    (atlas.parent / "drawn" / "2.png").unlink()
    found = enter(make_window, atlas)
    found.open(1)
    assert "2.png" in found.large.picture.words
    found.pages.compare()
    found.settle()
    assert "2.png" in found.pages.comparison.cells[0].picture.words
