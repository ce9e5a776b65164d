"""The card over the picture, whatever it has to say."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.application import make_application
from desktop.look.work_card import WorkCard

LONG = "SmoothGrad for actinic keratosis / Bowen's disease rather than benign keratosis-like lesion"


@pytest.fixture
def card(qtbot: QtBot) -> WorkCard:
    make_application()
    stop = QAction("Stop")
    made = WorkCard(stop)
    stop.setParent(made)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("words", ["Occlusion for melanoma", LONG])
def test_no_words_are_cut(card: WorkCard, qtbot: QtBot, words: str) -> None:
    card.show_work(words)
    qtbot.waitUntil(card.isVisible)
    (label,) = (one for one in card.findChildren(QLabel) if one.text() == words)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert card.rect().contains(label.geometry())


def test_what_ends_at_once_is_not_shown(card: WorkCard, qtbot: QtBot) -> None:
    card.show_work("LayerCAM for melanoma")
    card.show_progress(1, 2)
    card.end()
    assert card.spoken == ""
    card.show_work("Occlusion for melanoma")
    qtbot.waitUntil(card.isVisible)
    assert card.spoken == "Occlusion for melanoma"  # nothing of the former one's progress


def test_its_button_stops_the_work(card: WorkCard, qtbot: QtBot) -> None:
    (stop,) = card.findChildren(QAction)
    (button,) = card.findChildren(QPushButton)
    with qtbot.waitSignal(stop.triggered):
        button.click()
