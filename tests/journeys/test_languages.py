"""A user has the window speak another language, in the midst of their work, and loses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from core.cases.fields import BodySite
from core.cases.store import CaseStore
from core.language import Language, current
from core.paths import examples_folder
from core.trust.patient import AgeGroup, Patient
from desktop.cases.filters import Filters, Seen
from desktop.shell.places import Place
from desktop.shell.wishes import LanguageWish, ThemeChoice
from tests.desktop.windows import Window
from tests.journeys.case_pages import page_of, press
from tests.journeys.in_cases import settle
from tests.journeys.test_case_notes import note_dialog

pytestmark = pytest.mark.usefixtures("speak")


def choose(window: Window, language: str) -> None:
    """Choose a language in the menu, and wait for the new window."""
    old = window.frame
    window.trigger(f"language_{language}")
    window.bot.waitUntil(lambda: window.frame is not old)
    window.bot.waitUntil(lambda: window.app.engine.status.ready is not None)


def menus(window: Window) -> list[str]:
    return [action.text() for action in window.frame.window.menuBar().actions()]


def test_what_is_open_stays_open_in_the_other_language(window: Window) -> None:
    pictures = sorted(examples_folder().glob("*.jpg"))[:2]
    window.frame.window.resize(760, 640)
    window.open(pictures)
    pasted = QImage(64, 48, QImage.Format.Format_RGB32)
    pasted.fill(QColor("peru"))
    QGuiApplication.clipboard().setImage(pasted)
    window.trigger("paste")
    window.bot.waitUntil(lambda: len(window.app.session.images) == 3)
    window.settle()
    window.trigger("theme_dark")
    window.trigger("previous_image")
    second = window.app.session.images[1]
    window.app.state.select_image(second.id)
    window.app.rereading.state_patient(second.id, Patient(age=next(iter(AgeGroup))))
    window.app.state.select_class("bkl")
    window.app.state.select_versus("df")
    size = window.frame.window.size()

    choose(window, "id")
    window.settle()
    assert current() is Language.INDONESIAN
    assert menus(window)[:2] == ["&Berkas", "&Edit"]
    images = list(window.app.session.images)
    assert [entry.name for entry in images] == [*(one.name for one in pictures), "Pasted picture 1"]
    assert isinstance(images[2].source, bytes)
    assert all(entry.analysis is not None for entry in images)
    assert window.app.state.image == images[1].id
    assert images[1].patient == Patient(age=next(iter(AgeGroup)))
    assert window.app.state.choice(images[1].id) == ("bkl", "df")
    assert window.frame.window.size() == size
    assert window.app.settings.current.theme is ThemeChoice.DARK
    assert window.app.settings.current.language is LanguageWish.INDONESIAN
    assert window.app.actions["language_id"].isChecked()

    choose(window, "en")
    window.settle()
    assert menus(window)[0] == "&File"
    assert len(window.app.session.images) == 3


def test_what_was_begun_is_not_lost(window: Window, store: CaseStore) -> None:
    del store
    place = page_of(window)
    press(place, "Write a note about Lesion 2")
    note_dialog(window).edit.setPlainText("Itches at night.")
    place.browser.search.setText("lesion")
    filters = Filters(words="lesion", site=BodySite.BACK, seen=Seen.YEAR)
    place.browser.bar.show_filters(filters)
    choose(window, "id")
    assert window.app.places.current is Place.CASES
    window.bot.waitUntil(lambda: window.app.cases.content is not None)
    settle(window)
    renewed = window.app.cases.place
    assert renewed is not None
    assert renewed.browser.filters == filters
    press(renewed, "Lanjutkan catatan yang belum disimpan tentang Lesion 2")
    dialog = note_dialog(window)
    window.bot.waitUntil(lambda: dialog.edit.toPlainText() == "Itches at night.")
    choose(window, "en")
    window.bot.waitUntil(lambda: window.app.cases.content is not None)


def test_a_language_that_is_spoken_already_changes_nothing(window: Window) -> None:
    frame = window.frame
    window.trigger("language_en")
    assert window.frame is frame
    assert window.app.settings.current.language is LanguageWish.ENGLISH


def test_who_uses_the_whole_screen_still_does(window: Window) -> None:
    window.trigger("full_screen")
    window.bot.waitUntil(window.frame.window.isFullScreen)
    choose(window, "id")
    assert window.frame.window.isFullScreen()
    assert window.app.actions["full_screen"].isChecked()
    window.trigger("full_screen")
    window.bot.waitUntil(lambda: not window.frame.window.isFullScreen())
