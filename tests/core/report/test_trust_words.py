"""What is said about how far a finding can be believed."""

from __future__ import annotations

import pytest

from core.report.trust_details import details, operating_point_name
from core.report.trust_words import (
    NOVEL,
    REWEIGHTED,
    Tone,
    case_mix_sentence,
    malignant_sentence,
    trust_line,
    warnings_of,
)
from core.results import Analysis
from core.trust.interpretation import Interpretation
from core.trust.verdicts import QualityFinding
from tests.desktop import fakes

BARE = fakes.make_card()
CARD = fakes.make_card(trust=fakes.make_rules())
EVEN = Interpretation(prevalence=dict.fromkeys(CARD.codes, 1 / 7))
MANY = {"mel": 0.2, "bcc": 0.2, "akiec": 0.2}


def line_of(analysis: Analysis) -> tuple[Tone, str]:
    line = trust_line(analysis, CARD)
    assert line is not None
    return line.tone, line.words


def detail_of(analysis: Analysis, title: str) -> str:
    return {one.title: one.words for one in details(analysis, CARD)}[title]


def test_a_strange_image_is_warned_of_before_anything_else() -> None:
    analysis = fakes.make_analysis(CARD, probability=0.4, novelty=fakes.NOVEL)
    assert line_of(analysis) == (Tone.WARNING, NOVEL)
    assert warnings_of(analysis) == (NOVEL,)
    assert malignant_sentence(analysis) == "Malignant classes together: 60 %"
    assert detail_of(analysis, "Known kind of image").startswith(
        "No: its strangeness is 4.7. Up to 3.0"
    )


@pytest.mark.parametrize(
    ("finding", "probability", "others", "words"),
    [
        ("mel", 0.5, {"nv": 0.4},
         "Low certainty: melanoma and melanocytic nevus are both possible."),
        ("nv", 0.35, MANY, "Low certainty: 4 classes are possible, malignant ones among them."),
        ("mel", 0.54, {"df": 0.44}, "Low certainty: another class is quite possible."),
        ("mel", 0.6, {"nv": 0.35}, "Melanoma or melanocytic nevus."),
        ("mel", 0.6, {"bkl": 0.15, "vasc": 0.12},
         "Melanoma, benign keratosis-like lesion or vascular lesion."),
    ],
)  # fmt: skip
def test_what_is_not_sure_says_what_else_it_could_be(
    finding: str, probability: float, others: dict[str, float], words: str
) -> None:
    analysis = fakes.make_analysis(
        CARD, finding=finding, probability=probability, others=others, novelty=fakes.KNOWN
    )
    assert line_of(analysis) == (Tone.CAREFUL, words)


def test_a_class_that_no_picture_rules_out_is_not_held_against_this_one() -> None:
    analysis = fakes.make_analysis(CARD, finding="nv", probability=0.97)
    assert analysis.prediction_set == ("nv", "df")
    assert line_of(analysis) == (Tone.CALM, "Usual certainty.")
    words = detail_of(analysis, "Possible classes")
    assert words.startswith("Melanocytic nevus. Of the images of each class, 90 % have")
    assert "only for images like those it was fitted on" in words
    assert "Dermatofibroma cannot be ruled out in any picture" in words


def test_what_is_found_only_after_reweighting_is_not_called_usual() -> None:
    rare = Interpretation(prevalence=dict.fromkeys(CARD.codes, 0.01) | {"mel": 0.94})
    analysis = fakes.make_analysis(
        CARD, finding="nv", probability=0.9, others={"mel": 0.07}, interpretation=rare
    )
    assert analysis.finding == "mel"
    expected = "Only in the stated case mix; as calibrated, the finding is melanocytic nevus, 90 %."
    assert line_of(analysis) == (Tone.CAREFUL, expected)


def test_a_class_that_the_case_mix_excludes_is_not_called_possible() -> None:
    without = Interpretation(prevalence=dict.fromkeys(CARD.codes, 0.1) | {"nv": 0.0})
    analysis = fakes.make_analysis(
        CARD, probability=0.6, others={"nv": 0.35}, interpretation=without
    )
    assert analysis.prediction_set == ("mel", "nv", "df")
    assert line_of(analysis) == (Tone.CALM, "Usual certainty.")


def test_reweighted_probabilities_stand_beside_the_calibrated_ones() -> None:
    analysis = fakes.make_analysis(CARD, interpretation=EVEN)
    words = detail_of(analysis, "Case mix")
    first, *lines = words.splitlines()
    assert first == REWEIGHTED
    assert "Melanoma: 29 % (as calibrated 62 %; share stated 14.29 %)" in lines
    assert "melanoma 14.29 %" in case_mix_sentence(analysis, CARD)
    assert warnings_of(analysis) == (REWEIGHTED,)


def test_the_side_of_the_threshold_is_said_of_the_calibrated_total() -> None:
    analysis = fakes.make_analysis(CARD)
    assert malignant_sentence(analysis).endswith("75 %, over the chosen threshold")
    moved = fakes.make_analysis(CARD, interpretation=EVEN)
    assert malignant_sentence(moved).endswith("over the chosen threshold before re-weighting")
    benign = fakes.make_analysis(CARD, finding="nv", probability=0.97)
    assert malignant_sentence(benign).endswith("under the chosen threshold")


def test_the_details_give_the_card_s_figures() -> None:
    analysis = fakes.make_analysis(CARD, novelty=fakes.KNOWN, spread=0.042)
    assert [one.title for one in details(analysis, CARD)] == [
        "Known kind of image", "Certainty", "Possible classes", "Counted as malignant",
    ]  # fmt: skip
    certainty = detail_of(analysis, "Certainty")
    assert certainty.startswith("Usual: 62 % reaches the threshold of 55 %.")
    assert "about 15 % were wrong" in certainty
    assert "varies by 4.2 percentage points" in certainty
    decision = detail_of(analysis, "Counted as malignant")
    assert decision.startswith("Yes: the calibrated malignant total reaches 34 %.")
    assert "92 % of the malignant lesions" in decision
    assert "78 % of the benign ones" in decision


def test_a_low_certainty_lies_under_its_threshold() -> None:
    analysis = fakes.make_analysis(CARD, probability=0.5)
    assert detail_of(analysis, "Certainty").startswith("Low: 50 % lies under the threshold of 55 %")


def test_without_rules_nothing_is_said() -> None:
    analysis = fakes.make_analysis(BARE, probability=0.3)
    assert trust_line(analysis, BARE) is None
    assert details(analysis, BARE) == ()
    assert malignant_sentence(analysis) == "Malignant classes together: 53 %"
    assert case_mix_sentence(analysis, BARE) == ""
    assert warnings_of(analysis) == ()


def test_remarks_on_the_picture_need_no_rules() -> None:
    blurred = QualityFinding("blurred", "The picture is blurred: take it again.")
    (detail,) = details(fakes.make_analysis(BARE, quality=(blurred,)), BARE)
    assert detail.words == "The picture is blurred: take it again."


@pytest.mark.parametrize(
    ("name", "words"), [("sensitivity_95", "95 % sensitivity"), ("rule_out", "Rule out")]
)
def test_operating_points_have_names_that_people_read(name: str, words: str) -> None:
    assert operating_point_name(name) == words
