from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.learning.quiz.questions import CONFIDENCES, Guess
from desktop.quiz.ask_panel import AskPanel

NAMES = [("Melanoma", "mel"), ("Nevus & co", "nv"), ("Vascular lesion", "vasc")]


@pytest.fixture
def panel(qtbot: QtBot) -> AskPanel:
    made = AskPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def committed(panel: AskPanel) -> list[Guess]:
    found: list[Guess] = []
    panel.committed.connect(found.append)
    return found


def test_numbers_answer_one_thing_after_the_other(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=True)
    found = committed(panel)
    for number in (2, 1, 5):
        panel.press_number(number)
    assert panel.guess == Guess("nv", CONFIDENCES[4], malignant=True)
    panel.try_commit()
    assert found == [Guess("nv", CONFIDENCES[4], malignant=True)]


def test_what_is_not_asked_is_not_waited_for(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=False)
    assert not panel.malignant.isVisible()
    panel.press_number(3)
    panel.press_number(1)
    assert panel.guess == Guess("vasc", CONFIDENCES[0])


def test_a_number_beyond_the_answers_chooses_nothing(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=False)
    panel.press_number(4)
    assert panel.diagnosis.number is None
    panel.press_number(1)
    assert panel.diagnosis.number == 0


def test_the_last_question_takes_another_number(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=False)
    for number in (1, 2, 4):
        panel.press_number(number)
    assert panel.guess == Guess("mel", CONFIDENCES[3])


def test_one_goes_back_to_change_an_answer(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=False)
    panel.press_number(1)
    panel.step_back()
    panel.press_number(2)
    panel.press_number(3)
    assert panel.guess == Guess("nv", CONFIDENCES[2])


def test_what_is_missing_is_asked_for_and_nothing_is_committed(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=False)
    found = committed(panel)
    panel.press_number(1)
    panel.step_back()
    panel.try_commit()
    assert found == []
    assert "How sure are you" in panel.remark.text()
    panel.press_number(1)  # it is there that numbers choose now
    assert panel.confidence.number == 0


def test_arrows_choose_within_one_group(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=False)
    panel.activateWindow()
    panel.press_number(1)
    panel.step_back()
    QTest.keyClick(panel.diagnosis.buttons[0], Qt.Key.Key_Down)
    assert panel.diagnosis.number == 1
    assert panel.confidence.number is None


def test_another_question_begins_with_nothing(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=True)
    for number in (2, 1, 5):
        panel.press_number(number)
    panel.ask(NAMES[:2], malignant=False)
    assert panel.guess is None
    assert [one.text() for one in panel.diagnosis.buttons] == ["Melanoma", "Nevus && co"]


def test_while_one_waits_nothing_is_taken(panel: AskPanel) -> None:
    panel.ask(NAMES, malignant=False)
    panel.press_number(1)
    panel.press_number(1)
    found = committed(panel)
    panel.wait(waiting=True)
    panel.try_commit()
    panel.press_number(2)
    assert found == []
    panel.wait(waiting=False)
    panel.try_commit()
    assert found == [Guess("mel", CONFIDENCES[0])]


def test_more_answers_than_keys_are_left_to_the_arrows(panel: AskPanel) -> None:
    panel.ask([(f"Diagnosis {n}", f"d{n}") for n in range(12)], malignant=False)
    keys = [one.accessibleDescription() for one in panel.diagnosis.buttons]
    assert keys[8] == "Key 9"
    assert keys[9:] == ["", "", ""]
    assert panel.diagnosis.choose(11)
