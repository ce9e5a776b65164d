"""How answers are read, and what happens where a wish does not fit the model."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.trust.patient import Patient
from desktop.look.reading import Reading
from desktop.shell.settings import SettingsStore
from tests.desktop.fakes import make_analysis, make_card, make_rules

RULES = make_rules()
CARD = make_card(trust=RULES)
RARE = dict.fromkeys(CARD.codes, 0.02) | {"nv": 0.88}


@pytest.fixture
def reading(qtbot: QtBot) -> Reading:
    del qtbot
    return Reading(SettingsStore())


def test_a_case_mix_moves_probabilities_and_can_be_taken_back(reading: Reading) -> None:
    fitted = make_analysis(CARD)
    reading.state_case_mix(RARE)
    moved = reading.read(fitted, CARD, patient=Patient())
    assert moved.prevalence == RARE
    assert moved.probabilities["mel"] < fitted.probabilities["mel"]
    reading.state_case_mix(None)
    again = reading.read(moved, CARD, patient=Patient())
    assert again.prevalence is None
    assert again.probabilities == pytest.approx(fitted.probabilities)


def test_another_operating_point_decides_otherwise(reading: Reading, qtbot: QtBot) -> None:
    unsure = make_analysis(CARD, finding="nv", probability=0.45)
    assert unsure.malignant == pytest.approx(0.275)
    decisions = [reading.read(unsure, CARD, patient=Patient()).decision]
    with qtbot.waitSignal(reading.changed):
        reading.choose_operating_point("sensitivity_95")
    decisions.append(reading.read(unsure, CARD, patient=Patient()).decision)
    assert [one and one.malignant for one in decisions] == [False, True]


def test_what_the_model_does_not_offer_is_replaced_not_refused(reading: Reading) -> None:
    strict = RULES.operating_points[0].model_copy(update={"name": "strict"})
    other = make_card(trust=RULES.model_copy(update={"operating_points": (strict,)}))
    reading.choose_operating_point("sensitivity_95")
    assert reading.interpretation(other).operating_point == "strict"
    assert reading.interpretation(make_card()).operating_point == "sensitivity_90"


def test_a_case_mix_of_other_classes_is_not_used(reading: Reading) -> None:
    reading.state_case_mix({"wart": 1.0})
    assert not reading.fits(CARD)
    assert reading.interpretation(CARD).prevalence is None
    reading.state_case_mix(RARE)
    assert not reading.fits(make_card())  # it does not say where it was calibrated


def test_where_nothing_stays_possible_the_answer_stands_as_calibrated(reading: Reading) -> None:
    sure = make_analysis(CARD, finding="nv", probability=0.9)
    logits = sure.logits.copy()
    logits[CARD.codes.index("nv")] += 2000
    reading.state_case_mix(dict.fromkeys(CARD.codes, 0.0) | {"mel": 1.0})
    read = reading.read(replace(sure, logits=logits), CARD, patient=Patient())
    assert (read.finding, read.prevalence) == ("nv", None)


def test_what_was_chosen_is_remembered() -> None:
    store = SettingsStore()
    reading = Reading(store)
    reading.state_case_mix(RARE)
    reading.choose_operating_point("sensitivity_95")
    assert Reading(store).interpretation(CARD) == reading.interpretation(CARD)
    assert store.current.operating_point == "sensitivity_95"
