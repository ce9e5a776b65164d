"""Evidence in the panel: rows and choices, what the user states, and what is not there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.report.evidence_words import UNLIKE
from core.results import Analysis
from core.trust.interpretation import Interpretation
from core.trust.patient import AgeGroup, Patient
from desktop.application import make_application
from desktop.look.evidence_content import EvidenceContent, evidence_of, stated
from desktop.look.evidence_view import EvidenceView
from desktop.look.share_bar import ShareBar
from tests.core.trust.counts import COUNTS
from tests.desktop.fakes import NOVEL, make_analysis, make_card

CARD = make_card(evidence=COUNTS)
OLD_FACE = Patient("face", AgeGroup.FROM_70)


def content(patient: Patient | None = None) -> EvidenceContent:
    patient = patient or Patient()
    found = make_analysis(CARD, probability=0.6, interpretation=Interpretation(patient=patient))
    return of(found, patient=patient)


def of(analysis: Analysis, *, patient: Patient | None = None) -> EvidenceContent:
    made = evidence_of(analysis, CARD, patient or Patient())
    assert made is not None
    return made


@pytest.fixture
def view(qtbot: QtBot) -> EvidenceView:
    make_application()
    made = EvidenceView()
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    return made


def read(view: EvidenceView) -> str:
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    return "\n".join(shown).replace("\u00a0", " ")


def bars(view: EvidenceView) -> list[ShareBar]:
    return [bar for bar in view.findChildren(ShareBar) if bar.isVisible()]


def test_what_may_be_stated_is_what_was_counted() -> None:
    offered = content()
    assert [one.text for one in offered.sites] == ["Not stated", "Back", "Face", "Leg"]
    assert [one.value for one in offered.ages[1:]] == [str(age) for age in AgeGroup]


def test_choices_state_a_patient() -> None:
    assert stated(site="", age="") == Patient()
    assert stated(site="face", age="70 and over") == OLD_FACE


def test_a_card_without_counts_has_no_evidence_to_show() -> None:
    bare = make_card()
    assert evidence_of(make_analysis(bare), bare, Patient()) is None


def test_each_group_has_its_words_and_only_evidence_a_bar(view: EvidenceView) -> None:
    view.show_evidence(content(OLD_FACE))
    words = read(view)
    assert "Melanoma at 50 to 70 %" in words
    assert "9 of 18" in words
    assert words.count("no evidence") == 2  # the face; the face, aged 70 and over
    assert [bar.share for bar in bars(view)] == pytest.approx([9 / 18, 8 / 15, 9 / 16])
    assert (view.site.text(), view.age.text()) == ("Site: face", "Age: 70 and over")
    view.show_evidence(content())
    assert len(bars(view)) == 1
    assert "Face" not in read(view)


def test_a_picture_unlike_all_others_has_neither_rows_nor_choices(view: EvidenceView) -> None:
    view.show_evidence(of(make_analysis(CARD, novelty=NOVEL)))
    assert read(view) == UNLIKE
    assert not view.site.isVisible()
    assert not bars(view)


def test_what_the_user_states_is_told_as_a_patient(view: EvidenceView, qtbot: QtBot) -> None:
    view.show_evidence(content())
    with qtbot.waitSignal(view.patient_stated) as told:
        view.site.offered.actions()[2].trigger()
    assert told.args == [Patient("face")]
    view.show_evidence(content(Patient("face")))
    with qtbot.waitSignal(view.patient_stated) as told:
        view.age.offered.actions()[4].trigger()
    assert told.args == [OLD_FACE]
    with qtbot.assertNotEmitted(view.patient_stated):
        view.age.choose("70 and over")


def test_the_model_card_is_asked_for_by_key(view: EvidenceView, qtbot: QtBot) -> None:
    view.show_evidence(content())
    (button,) = (one for one in view.findChildren(QPushButton) if one.text() == "Model card")
    with qtbot.waitSignal(view.card_wanted):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_bar_paints_its_interval_as_wide_as_it_is(qtbot: QtBot) -> None:
    make_application()
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(200, 12)

    def inside(x: int) -> bool:
        """Whether the band is there: the track alone is thinner."""
        image = bar.grab().toImage()
        return image.pixelColor(x, 2) != image.pixelColor(1, 0)

    bar.show_share(0.5, (0.25, 0.75))
    assert [inside(x) for x in (30, 60, 140, 170)] == [False, True, True, False]
    bar.show_share(1.0, (0.9, 1.0))
    assert not inside(60)
    assert inside(199)
