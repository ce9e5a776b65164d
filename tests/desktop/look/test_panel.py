"""The panel as a user sees it: what is loud, what is quiet, what opens."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.report.trust_words import NOVEL as WARNING
from core.results import Analysis
from desktop.application import make_application
from desktop.engine.status import EngineStatus
from desktop.look.entries import ImageEntry
from desktop.look.panel import FindingPanel
from desktop.look.panel_content import content_of
from desktop.shell.action_table import ACTIONS
from desktop.shell.actions import Actions
from tests.desktop.fakes import KNOWN, NOVEL, make_analysis, make_card, make_rules

TRUSTED = make_card(trust=make_rules())
analysed = partial(make_analysis, TRUSTED)


@pytest.fixture
def panel(qtbot: QtBot) -> FindingPanel:
    make_application()
    actions = Actions(ACTIONS)
    made = FindingPanel(actions["how_sure"], actions["without_lesion"], actions["evidence"])
    actions.setParent(made)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show()
    return made


def show(panel: FindingPanel, analysis: Analysis) -> None:
    entry = ImageEntry(id=1, source=b"", name="a.jpg", analysis=analysis, card=TRUSTED)
    panel.show_content(content_of(entry, EngineStatus()))


def label(panel: FindingPanel, words: str) -> QLabel:
    (found,) = (
        one for one in panel.findChildren(QLabel) if one.text() == words and one.isVisible()
    )
    return found


def test_a_warning_stands_above_a_finding_that_does_not_shout(panel: FindingPanel) -> None:
    show(panel, analysed(novelty=KNOWN))
    loud = label(panel, "62 %").font().pointSizeF()
    show(panel, analysed(novelty=NOVEL))
    finding, warning = label(panel, "62 %"), label(panel, WARNING)
    assert finding.font().pointSizeF() < loud
    assert finding.font().weight() < warning.font().weight()
    top = warning.mapTo(panel, warning.rect().topLeft()).y()
    assert top < finding.mapTo(panel, finding.rect().topLeft()).y()


def test_what_is_not_sure_is_bolder_than_what_is(panel: FindingPanel) -> None:
    show(panel, analysed(probability=0.95))
    calm = label(panel, "Usual certainty.").font().weight()
    show(panel, analysed(others={"nv": 0.35}))
    assert label(panel, "Melanoma or melanocytic nevus.").font().weight() > calm


def test_details_open_by_key_and_only_where_there_are_some(panel: FindingPanel) -> None:
    show(panel, analysed())
    button = panel.how_sure.button
    assert not panel.how_sure.body.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert panel.how_sure.body.isVisible()
    assert label(panel, "Certainty").isVisible()
    bare = make_card()
    entry = ImageEntry(id=1, source=b"", name="a", analysis=make_analysis(bare), card=bare)
    panel.show_content(content_of(entry, EngineStatus()))
    assert not panel.how_sure.isVisible()


def test_fewer_details_leave_no_old_ones(panel: FindingPanel) -> None:
    panel.how_sure.button.click()
    show(panel, analysed(novelty=KNOWN))
    assert label(panel, "Known kind of image").isVisible()
    show(panel, analysed())
    words = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert "Known kind of image" not in words


def test_an_image_without_finding_shows_nothing_of_it(panel: FindingPanel) -> None:
    show(panel, analysed(novelty=NOVEL))
    entry = ImageEntry(id=1, source=b"", name="a.jpg")
    panel.show_content(content_of(replace(entry), EngineStatus()))
    assert WARNING not in [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert label(panel, "Waiting").font().pointSizeF() > panel.font().pointSizeF()
