"""A user asks how often such findings were right, states of whom the image is, reads the card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser

from core.paths import examples_folder
from core.trust.patient import Patient
from desktop.shell.case_mix import CaseMixAnswer
from desktop.shell.settings import SettingsStore
from tests.core.trust.counts import COUNTS
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import make_analysis, make_card, make_rules
from tests.desktop.windows import Window
from tests.journeys.test_keyboard_only import stops

CARD = make_card(trust=make_rules(), evidence=COUNTS)
RARE = dict.fromkeys(CARD.codes, 0.01) | {"nv": 0.94}


def opened(make_window: MakeWindow, settings: SettingsStore, *, images: int = 2) -> Window:
    window = make_window(engine=FakeEngine(card=CARD), settings=settings)
    window.open(sorted(examples_folder().glob("*.jpg"))[:images])
    for job in sorted(window.engine.client.open):
        window.engine.client.finish(job, make_analysis(CARD, probability=0.6))
    window.settle()
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    return window


def read(window: Window) -> str:
    labels = window.app.place.panel.evidence.findChildren(QLabel)
    shown = [label.text() for label in labels if label.isVisible()]
    return "\n".join(shown).replace("\u00a0", " ")


def test_evidence_by_key_narrowed_for_one_image_and_not_for_others(
    make_window: MakeWindow,
) -> None:
    store = SettingsStore()
    window = opened(make_window, store)
    app = window.app
    assert read(window) == ""
    QTest.keyClick(app.window, Qt.Key.Key_E)
    assert "9 of 18" in read(window)
    assert store.current.evidence
    view = app.place.panel.records
    assert view.site in stops(window)
    assert view.age in stops(window)

    view.site.choose("back")
    window.bot.waitUntil(lambda: "9 of 15" in read(window))
    assert app.presenter.entry is not None
    assert app.presenter.entry.patient == Patient("back")
    assert len(window.engine.client.submitted) == 2  # the network was not asked again

    window.trigger("next_image")
    window.settle()
    assert view.site.text() == "Site: not stated"
    assert "9 of 15" not in read(window)
    window.trigger("previous_image")
    window.settle()
    assert view.site.text() == "Site: back"
    assert "9 of 15" in read(window)


def test_a_stated_case_mix_leaves_evidence_as_it_was_counted(make_window: MakeWindow) -> None:
    store = SettingsStore()
    store.change(evidence=True)
    window = opened(make_window, store, images=1)
    assert "as calibrated" not in read(window)
    window.app.place.panel.records.site.choose("back")
    window.dialogs.chosen_case_mix = CaseMixAnswer(RARE)
    window.trigger("case_mix")
    window.bot.waitUntil(lambda: "looked up as calibrated" in read(window))
    assert "Melanoma at 50 to 70 %" in read(window)
    assert "9 of 15" in read(window)  # what was stated of the patient still holds


def test_the_model_card_is_read_from_there_and_closed_by_key(make_window: MakeWindow) -> None:
    window = opened(make_window, SettingsStore(), images=1)
    QTest.keyClick(window.app.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    page = QApplication.activeModalWidget()
    assert page is not None
    (browser,) = page.findChildren(QTextBrowser)
    window.bot.waitUntil(lambda: "How its findings turned out" in browser.toPlainText())
    QTest.keyClick(page, Qt.Key.Key_Escape)
    window.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.app.place.panel.records.card_wanted.emit()
    again = QApplication.activeModalWidget()
    assert again is not None
    QTest.keyClick(again, Qt.Key.Key_Escape)
    window.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_without_a_model_there_is_no_card_to_read(make_window: MakeWindow) -> None:
    window = make_window(engine=FakeEngine(ready=False))
    assert not window.app.actions["model_card"].isEnabled()
