"""A user compares an image with labelled ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core.atlas import Atlas
from core.paths import examples_folder
from core.report.similar_words import NOTE
from desktop.shell.settings import SettingsStore
from desktop.similar.content import HOW_TO_BUILD, MISSING, NO_ATLAS, STRANGE
from desktop.similar.large import SimilarDialog
from tests.desktop.atlases import make_atlas, vector
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import KNOWN, NOVEL, make_analysis, make_card, make_rules
from tests.desktop.windows import Window
from tests.journeys.test_keyboard_only import stops
from tests.journeys.window_thread import SHORT, WindowThread

CARD = make_card(trust=make_rules())
NEAR = make_analysis(CARD, probability=0.9, novelty=KNOWN, embedding=vector(0))
FAR = make_analysis(CARD, probability=0.9, novelty=KNOWN, embedding=vector(90))
STRANGER = make_analysis(CARD, probability=0.9, novelty=NOVEL, embedding=vector(0))
CODES = ("nv", "nv", "mel", "nv", "bcc", *["nv"] * 7)


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", CODES)


def opened(make_window: MakeWindow, settings: SettingsStore, *answers: object) -> Window:
    window = make_window(engine=FakeEngine(card=CARD), settings=settings)
    window.open(sorted(examples_folder().glob("*.jpg"))[: len(answers) or 1])
    for job, answer in zip(sorted(window.engine.client.open), answers or (NEAR,), strict=True):
        window.engine.client.finish(job, answer)  # type: ignore[arg-type] # an Analysis
    window.settle()
    settle(window)
    return window


def settle(window: Window) -> None:
    window.bot.waitUntil(lambda: window.app.similar.presenter.settled)


def read(window: Window) -> str:
    labels = window.app.similar.body.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def starts_in_view(window: Window) -> bool:
    """Whether the panel is scrolled to the beginning of the part, as far as there is room."""
    panel, part = window.app.place.panel, window.app.similar.disclosure
    top = part.mapTo(panel.viewport(), part.rect().topLeft()).y()
    return 0 <= top < panel.viewport().height() // 4


def dialog_of(window: Window) -> SimilarDialog:
    dialog = window.app.similar.viewer.dialog
    assert dialog is not None
    return dialog


def is_titled(dialog: SimilarDialog, title: str) -> bool:
    return dialog.windowTitle() == title


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_from_no_atlas_to_the_nearest_images(
    make_window: MakeWindow, atlas: Path, tmp_path: Path
) -> None:
    store = SettingsStore()
    window = opened(make_window, store)
    rows = window.app.similar.body.rows
    assert window.app.similar.disclosure.isVisible()
    assert not window.app.similar.body.isVisible()
    window.trigger("similar")
    assert NO_ATLAS in read(window)
    assert HOW_TO_BUILD in read(window)

    window.dialogs.chosen_folder = tmp_path  # no atlas
    (button,) = window.app.similar.body.findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: "There is no finished atlas" in window.app.notice.words)
    assert NO_ATLAS in read(window)

    window.dialogs.chosen_folder = atlas
    window.trigger("choose_atlas")
    window.bot.waitUntil(lambda: len(rows) == 10)
    settle(window)
    words = read(window)
    assert "Of the 10 most similar lesions, 8 show melanocytic nevus, 1 melanoma" in words
    assert NOTE in words
    assert "Images: Drawn set, CC0. our own drawings" in words
    assert [rows[place].distance for place in (0, 9)] == ["0.000", "0.015"]
    assert rows[2].diagnosis == "Melanoma"
    assert rows[2].malignant
    assert all(rows[place].thumbnail is not None for place in range(10))
    window.close()

    again = opened(make_window, store)
    assert again.app.similar.body.isVisible()
    assert len(again.app.similar.body.rows) == 10


def test_each_image_has_its_own_and_a_closed_part_searches_nothing(
    make_window: MakeWindow, atlas: Path
) -> None:
    store = SettingsStore()
    store.change(atlas=str(atlas))
    window = opened(make_window, store, NEAR, FAR)
    assert window.app.similar.shelf.atlas is None  # nobody looked yet
    window.trigger("similar")
    window.bot.waitUntil(lambda: len(window.app.similar.body.rows) == 10)
    settle(window)
    window.bot.waitUntil(lambda: starts_in_view(window))
    scrolled = window.app.place.panel.verticalScrollBar()
    scrolled.setValue(0)
    first = window.app.similar.body.rows[0].distance
    window.trigger("next_image")
    window.settle()
    settle(window)
    assert window.app.similar.body.rows[0].distance != first
    assert scrolled.value() == 0  # what comes later does not carry the user away
    window.trigger("close_all")
    assert not window.app.similar.disclosure.isVisible()


def test_look_alikes_of_another_diagnosis_than_the_finding(
    make_window: MakeWindow, atlas: Path
) -> None:
    store = SettingsStore()
    store.change(atlas=str(atlas), similar=True)
    nevus = make_analysis(CARD, finding="nv", probability=0.9, novelty=KNOWN, embedding=vector(0))
    window = opened(make_window, store, nevus)
    body = window.app.similar.body
    assert len(body.rows) == 10
    assert body.rows[0].diagnosis == "Melanocytic nevus"
    body.others.setFocus()
    QTest.keyClick(body.others, Qt.Key.Key_Space)
    assert body.others.isVisible()  # and keeps the focus while it is searched
    settle(window)
    assert [body.rows[row].diagnosis for row in range(len(body.rows))] == [
        "Melanoma",
        "Basal cell carcinoma",
    ]
    QTest.keyClick(body.others, Qt.Key.Key_Space)
    settle(window)
    assert len(body.rows) == 10


def test_one_is_looked_at_large_without_a_mouse(make_window: MakeWindow, atlas: Path) -> None:
    store = SettingsStore()
    store.change(atlas=str(atlas), similar=True)
    window = opened(make_window, store)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    listed = window.app.similar.body.list
    assert listed in stops(window)
    listed.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(listed, key)
    dialog = dialog_of(window)
    window.bot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle() == "Similar image 2 of 10"
    for key, title in (
        (Qt.Key.Key_PageUp, "Similar image 1 of 10"),
        (Qt.Key.Key_PageDown, "Similar image 2 of 10"),
        (Qt.Key.Key_PageDown, "Similar image 3 of 10"),
    ):
        QTest.keyClick(dialog, key)
        window.bot.waitUntil(partial(is_titled, dialog, title))  # a button's click takes its time
    window.bot.waitUntil(lambda: all(one.zoom > 0 for one in dialog.pictures))
    words = words_of(dialog)
    assert "Melanoma (malignant)" in words
    assert "Confirmed by histopathology. Distance 0.001" in words
    assert "Woman, 45 years, back, lesion L3" in words
    assert "Finding of the model: Melanoma" in words
    assert NOTE in words
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    window.bot.waitUntil(lambda: window.app.similar.viewer.dialog is None)


def test_a_missing_image_is_said_and_stands_for_itself(
    make_window: MakeWindow, atlas: Path
) -> None:
    (atlas.parent / "drawn" / "2.png").unlink()
    store = SettingsStore()
    store.change(atlas=str(atlas), similar=True)
    window = opened(make_window, store)
    rows = window.app.similar.body.rows
    assert rows[1].missing == MISSING
    assert MISSING in rows[1].spoken
    assert rows[2].thumbnail is not None
    window.app.similar.body.opened.emit(1)
    window.bot.waitUntil(lambda: "2.png" in dialog_of(window).pictures[1].words)
    dialog_of(window).close()


def test_what_is_no_lesion_is_like_nothing(make_window: MakeWindow, atlas: Path) -> None:
    store = SettingsStore()
    store.change(atlas=str(atlas), similar=True)
    assert STRANGE in read(opened(make_window, store, STRANGER))


def test_an_atlas_that_cannot_be_used_says_why_and_offers_another(
    make_window: MakeWindow, atlas: Path, tmp_path: Path
) -> None:
    store = SettingsStore()
    store.change(atlas=str(tmp_path / "gone"), similar=True)
    window = opened(make_window, store)
    assert "There is no finished atlas" in read(window)
    foreign = make_atlas(tmp_path / "other" / "atlas", CODES, sha256="0" * 64)
    window.dialogs.chosen_folder = foreign
    (button,) = window.app.similar.body.findChildren(QPushButton)
    assert button.text() == "Choose another atlas…"
    button.click()
    window.bot.waitUntil(lambda: "was made with another model" in read(window))
    window.dialogs.chosen_folder = atlas
    button.click()
    window.bot.waitUntil(lambda: len(window.app.similar.body.rows) == 10)
    settle(window)


def test_the_window_stays_lively_while_an_atlas_is_opened_and_searched(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    store = SettingsStore()
    store.change(atlas=str(make_atlas(tmp_path / "atlas", CODES * 100)))
    window = opened(make_window, store)
    with WindowThread(window) as thread:
        window.trigger("similar")
        window.bot.waitUntil(lambda: len(window.app.similar.body.rows) == 10)
        settle(window)
    assert thread.longest_turn < SHORT
    assert not thread.called(Atlas)
