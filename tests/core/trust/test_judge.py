"""What the card's rules make of an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UsageError
from core.trust.interpretation import Interpretation
from core.trust.judge import Judgement, judge
from core.trust.rules import TrustRules
from core.trust.verdicts import Certainty, CertaintyLevel, Decision
from tests.core.trust.rules import CODES, RULES

UNSURE = {"mel": 0.4, "nv": 0.35, "bkl": 0.25}
SURE = {"mel": 0.05, "nv": 0.9, "bkl": 0.05}


def judged(probabilities: dict[str, float], *, rules: TrustRules | None = RULES) -> Judgement:
    return judge(
        probabilities,
        malignant=probabilities["mel"],
        rules=rules,
        interpretation=Interpretation(),
        spread=0.1,
    )


def test_a_probability_below_the_threshold_is_of_low_certainty() -> None:
    assert judged(UNSURE).certainty == Certainty(CertaintyLevel.LOW, 0.1)
    assert judged(SURE).certainty == Certainty(CertaintyLevel.USUAL, 0.1)


def test_the_set_holds_what_reaches_its_own_threshold() -> None:
    assert judged(UNSURE).prediction_set == ("mel", "nv")
    assert judged(SURE).prediction_set == ("nv", "mel")


@given(st.lists(st.floats(0.001, 1), min_size=3, max_size=3))
def test_the_finding_always_stands_in_its_set(values: list[float]) -> None:
    shares = {code: value / sum(values) for code, value in zip(CODES, values, strict=True)}
    possible = judged(shares).prediction_set
    assert possible is not None
    assert shares[possible[0]] == max(shares.values())


@pytest.mark.parametrize(("name", "malignant"), [("sensitivity_90", True), ("strict", False)])
def test_each_operating_point_decides_for_itself(name: str, *, malignant: bool) -> None:
    judgement = judge(
        UNSURE,
        malignant=0.4,
        rules=RULES,
        interpretation=Interpretation(operating_point=name),
    )
    assert judgement.decision == Decision(name, malignant)


def test_a_stated_case_mix_moves_probabilities_and_nothing_else() -> None:
    stated = Interpretation(prevalence={"mel": 0.0, "nv": 0.5, "bkl": 0.5})
    moved = judge(UNSURE, malignant=0.4, rules=RULES, interpretation=stated)
    assert moved.probabilities["mel"] == 0
    assert moved.decision == judged(UNSURE).decision
    assert moved.prediction_set == judged(UNSURE).prediction_set


def test_without_rules_nothing_is_made_up() -> None:
    assert judged(UNSURE, rules=None) == Judgement(UNSURE)
    bare = RULES.model_copy(
        update={"certainty": None, "prediction_sets": None, "operating_points": ()}
    )
    assert judged(UNSURE, rules=bare) == Judgement(UNSURE)


@pytest.mark.parametrize(
    ("interpretation", "rules", "reason"),
    [
        (Interpretation({"mel": 1.0}), RULES, "share from 0 to 1 for nv, bkl"),
        (Interpretation({"mel": 2.0, "nv": 0.0, "bkl": 0.0}), RULES, "for mel"),
        (Interpretation(dict.fromkeys(CODES, 0.0)), RULES, "none of the model's classes"),
        (Interpretation(dict.fromkeys(CODES, 0.1)), None, "does not tell in which case mix"),
        (Interpretation(operating_point="lax"), RULES, "It has: sensitivity_90, strict"),
        (Interpretation(operating_point="lax"), None, "It has: none"),
    ],
)
def test_what_a_model_cannot_be_asked(
    interpretation: Interpretation, rules: TrustRules | None, reason: str
) -> None:
    with pytest.raises(UsageError, match=reason):
        interpretation.require_fit(rules, codes=CODES)


def test_the_usual_reading_fits_every_model() -> None:
    Interpretation().require_fit(None, codes=CODES)
    Interpretation().require_fit(RULES, codes=CODES)
    Interpretation(dict.fromkeys(CODES, 0.3)).require_fit(RULES, codes=CODES)


def test_rules_of_other_classes_are_refused() -> None:
    RULES.require_classes(CODES)
    for other in (("mel", "nv"), (*CODES, "df")):
        with pytest.raises(ValueError, match="not about the classes"):
            RULES.require_classes(other)
