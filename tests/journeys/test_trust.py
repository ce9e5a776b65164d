"""A user learns how far a finding can be believed, and has it read as it is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.paths import examples_folder
from core.report.trust_words import NOVEL as WARNING
from core.report.trust_words import REWEIGHTED
from core.results import Analysis
from core.trust.verdicts import QualityFinding
from desktop.look.words import caption
from desktop.shell.case_mix import CaseMixAnswer
from desktop.shell.choice_menu import ChoiceMenu
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import KNOWN, NOVEL, make_analysis, make_card, make_rules
from tests.desktop.windows import Window
from tests.journeys.test_keyboard_only import stops
from tests.journeys.window_thread import SHORT, WindowThread

CARD = make_card(trust=make_rules())
RARE = dict.fromkeys(CARD.codes, 0.01) | {"nv": 0.94}
STRANGE = make_analysis(CARD, finding="bcc", probability=0.9, novelty=NOVEL)
UNSURE = make_analysis(CARD, probability=0.5, others={"nv": 0.4}, novelty=KNOWN)
SURE = make_analysis(CARD, probability=0.9, novelty=KNOWN)


def opened(make_window: MakeWindow, *answers: Analysis, settings: SettingsStore) -> Window:
    window = make_window(engine=FakeEngine(card=CARD), settings=settings)
    window.open(sorted(examples_folder().glob("*.jpg"))[: len(answers)])
    answer(window, *answers)
    return window


def answer(window: Window, *answers: Analysis) -> None:
    for job, one in zip(sorted(window.engine.client.open), answers, strict=True):
        window.engine.client.finish(job, one)
    window.settle()


def read(window: Window) -> str:
    """Everything that stands in the panel."""
    labels = window.app.place.panel.findChildren(QLabel)
    shown = [label.text() for label in labels if label.isVisible()]
    return "\n".join(shown).replace("\u00a0", " ")


def captions(window: Window) -> list[str]:
    return [caption(entry) for entry in window.app.session.images]


def points(window: Window) -> dict[str, QAction]:
    menus = window.app.window.findChildren(ChoiceMenu)
    (menu,) = (one for one in menus if one.title() == "Operating poin&t")
    return {action.text(): action for action in menu.actions()}


def test_from_a_picture_of_no_lesion_to_one_that_is_not_sure(make_window: MakeWindow) -> None:
    window = opened(make_window, STRANGE, UNSURE, SURE, settings=SettingsStore())
    assert captions(window) == ["Unlike a lesion", "Melanoma 50 %", "Melanoma 90 %"]
    words = read(window)
    assert words.index(WARNING) < words.index("Basal cell carcinoma")

    window.trigger("next_image")
    window.settle()
    words = read(window)
    assert WARNING not in words
    assert "Low certainty: melanoma and melanocytic nevus are both possible." in words
    assert "only for images like those" not in words
    window.trigger("how_sure")
    assert "only for images like those it was fitted on" in read(window)

    window.trigger("next_image")
    window.settle()
    assert "Usual certainty." in read(window)


def test_the_details_are_reached_and_opened_without_a_mouse(make_window: MakeWindow) -> None:
    window = opened(make_window, SURE, settings=SettingsStore())
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    button = window.app.place.panel.how_sure.button
    assert button in stops(window)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert "only for images like those it was fitted on" in read(window)
    assert window.app.settings.current.how_sure
    QTest.keyClick(window.app.window, Qt.Key.Key_S)
    assert not window.app.settings.current.how_sure


def test_a_stated_case_mix_shows_at_once_wherever_it_is_used(make_window: MakeWindow) -> None:
    store = SettingsStore()
    window = opened(make_window, SURE, UNSURE, settings=store)
    assert "*" not in "".join(captions(window))
    window.dialogs.chosen_case_mix = CaseMixAnswer(RARE)
    window.trigger("case_mix")
    window.bot.waitUntil(lambda: all("*" in one for one in captions(window)))
    assert REWEIGHTED in read(window)
    assert window.app.place.strip.says_reweighted
    assert len(window.engine.client.submitted) == 2  # the network was not asked again
    window.close()

    again = opened(make_window, SURE, settings=store)
    assert REWEIGHTED in read(again)
    assert again.app.place.strip.says_reweighted
    again.dialogs.chosen_case_mix = CaseMixAnswer(None)
    again.trigger("case_mix")
    again.bot.waitUntil(lambda: captions(again) == ["Melanoma 90 %"])
    assert again.dialogs.questions[0].stated == RARE
    assert REWEIGHTED not in read(again)
    assert not again.app.place.strip.says_reweighted


def test_thinking_better_of_it_changes_nothing(make_window: MakeWindow) -> None:
    window = opened(make_window, SURE, settings=SettingsStore())
    window.trigger("case_mix")
    assert window.dialogs.questions[0].stated is None
    assert window.app.rereading.settled


def test_the_finding_follows_the_case_mix_unless_a_class_was_chosen(
    make_window: MakeWindow,
) -> None:
    window = opened(make_window, UNSURE, UNSURE, settings=SettingsStore())
    window.trigger("next_class")
    window.trigger("previous_class")
    window.dialogs.chosen_case_mix = CaseMixAnswer(RARE)
    window.trigger("case_mix")
    window.bot.waitUntil(lambda: captions(window) == ["Melanocytic nevus 86 %*"] * 2)
    assert window.app.presenter.code == "mel"  # the user's choice
    window.trigger("next_image")
    window.settle()
    assert window.app.presenter.code == "nv"


def test_another_operating_point_from_the_card(make_window: MakeWindow) -> None:
    store = SettingsStore()
    unsure = make_analysis(CARD, finding="nv", probability=0.45)
    window = opened(make_window, unsure, settings=store)
    offered = points(window)
    assert list(offered) == ["90 % sensitivity", "95 % sensitivity"]
    assert offered["90 % sensitivity"].isChecked()
    assert "under the chosen threshold" in read(window)
    offered["95 % sensitivity"].trigger()
    window.bot.waitUntil(lambda: "over the chosen threshold" in read(window))
    assert points(window)["95 % sensitivity"].isChecked()
    window.close()
    again = opened(make_window, unsure, settings=store)
    assert points(again)["95 % sensitivity"].isChecked()
    assert "over the chosen threshold" in read(again)


def test_without_rules_there_is_nothing_to_choose_and_nothing_is_said(window: Window) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:1])
    window.settle()
    assert points(window) == {}
    assert not window.app.actions["case_mix"].isEnabled()
    assert not window.app.place.panel.how_sure.isVisible()


def test_a_case_mix_that_does_not_fit_the_model_is_said(make_window: MakeWindow) -> None:
    store = SettingsStore()
    store.change(case_mix="wart=0.5,mole=0.5")
    window = opened(make_window, SURE, settings=store)
    assert "not about the classes of this model" in window.app.notice.words
    assert captions(window) == ["Melanoma 90 %"]


def test_new_images_are_analysed_thoroughly_where_that_is_wanted(
    make_window: MakeWindow,
) -> None:
    store = SettingsStore()
    window = opened(make_window, SURE, settings=store)
    assert not window.app.actions["analyse_again"].isEnabled()
    window.trigger("thorough")
    window.trigger("analyse_again")
    assert [one.thorough for one in window.engine.client.submitted] == [False, True]
    answer(window, make_analysis(CARD, probability=0.9, spread=0.031))
    window.trigger("how_sure")
    assert "varies by 3.1 percentage points" in read(window)
    assert not window.app.actions["analyse_again"].isEnabled()
    window.close()
    again = opened(make_window, SURE, settings=store)
    assert again.engine.client.submitted[0].thorough


def test_what_is_wrong_with_a_picture_is_said_with_advice(make_window: MakeWindow) -> None:
    blurred = QualityFinding("blurred", "The picture is blurred: take it again.")
    poor = make_analysis(CARD, probability=0.9, quality=(blurred,))
    window = opened(make_window, poor, settings=SettingsStore())
    assert "!  The picture is blurred: take it again." in read(window)


def test_a_case_mix_reaches_two_thousand_images_without_a_pause(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine(card=CARD), settings=SettingsStore())
    window.open([tmp_path / f"{number}.jpg" for number in range(2000)])
    jobs = sorted(window.engine.client.open)
    for job in jobs:
        window.engine.client.answer(job, SURE)
    window.bot.waitUntil(lambda: window.app.session.unfinished == 0)
    window.dialogs.chosen_case_mix = CaseMixAnswer(RARE)
    with WindowThread(window) as thread:
        window.trigger("case_mix")
        window.bot.waitUntil(lambda: window.app.rereading.settled)
    assert thread.longest_turn < SHORT
    assert all("*" in one for one in captions(window))
