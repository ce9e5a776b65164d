"""The sums of the publications, no sum of half a list, and sources that can be found."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product

import pytest

from core.checklists.abcd import ABCD
from core.checklists.checklist import Answers, Checklist
from core.checklists.kinds import ChecklistKind
from core.checklists.known import CHECKLISTS
from core.checklists.seven_point import SEVEN_POINT

MELANOMA = {
    "asymmetry": ("2",),
    "border": ("6",),
    "colours": ("light-brown", "dark-brown", "black", "blue-grey"),
    "structures": ("network", "dots", "globules"),
}


def seven(*present: str) -> Answers:
    return {
        one.code: ("present" if one.code in present else "absent",) for one in SEVEN_POINT.criteria
    }


def test_every_kind_has_its_checklist() -> None:
    assert set(CHECKLISTS) == set(ChecklistKind)
    assert all(kind is one.kind for kind, one in CHECKLISTS.items())


def test_the_total_dermoscopy_score_is_weighed() -> None:
    assert ABCD.score(MELANOMA) == Decimal("6.7")  # 2 * 1.3 + 6 * 0.1 + 4 * 0.5 + 3 * 0.5
    assert "highly suggestive" in ABCD.meaning(Decimal("6.7")).words


def test_the_total_dermoscopy_score_spans_what_was_published() -> None:
    least: Answers = {
        "asymmetry": ("0",), "border": ("0",), "colours": ("red",), "structures": ("dots",)
    }  # fmt: skip
    most = {
        one.code: tuple(option.code for option in one.options)
        if one.several
        else (one.options[-1].code,)
        for one in ABCD.criteria
    }
    assert (ABCD.score(least), ABCD.score(most)) == (Decimal("1.0"), Decimal("8.9"))


@pytest.mark.parametrize(
    ("score", "words", "alarming"),
    [
        ("4.7", "benign", False),
        ("4.8", "suspicious", True),
        ("5.4", "suspicious", True),
        ("5.5", "highly suggestive of melanoma", True),
    ],
)
def test_the_bounds_of_the_abcd_rule(score: str, words: str, alarming: bool) -> None:
    band = ABCD.meaning(Decimal(score))
    assert words in band.words
    assert band.alarming is alarming


def test_no_score_of_the_abcd_rule_lies_on_a_bound() -> None:
    parts = product(range(3), range(9), range(1, 7), range(1, 6))
    scores = {Decimal(13 * a + b + 5 * c + 5 * d) / 10 for a, b, c, d in parts}
    assert min(scores) < ABCD.bands[1].least < ABCD.bands[2].least < max(scores)
    assert not scores & {band.least for band in ABCD.bands}


@pytest.mark.parametrize(
    ("present", "score", "suspected"),
    [
        ((), 0, False),
        (("veil",), 2, False),
        (("streaks", "dots"), 2, False),
        (("veil", "dots"), 3, True),
        (("network", "veil", "vessels", "streaks", "blotches", "dots", "regression"), 10, True),
    ],
)
def test_the_seven_points(present: tuple[str, ...], score: int, suspected: bool) -> None:
    found = SEVEN_POINT.score(seven(*present))
    assert found == score
    assert SEVEN_POINT.meaning(found).alarming is suspected


@pytest.mark.parametrize("checklist", CHECKLISTS.values())
def test_a_list_that_is_not_complete_has_no_score(checklist: Checklist) -> None:
    whole = {one.code: (one.options[0].code,) for one in checklist.criteria}
    assert checklist.score(whole) is not None
    for criterion in checklist.criteria:
        partly = {code: chosen for code, chosen in whole.items() if code != criterion.code}
        assert checklist.score(partly) is None
        assert checklist.unanswered(partly) == (criterion,)


def test_two_answers_where_one_is_asked_for_are_none() -> None:
    assert ABCD.score({**MELANOMA, "asymmetry": ("0", "2")}) is None
    assert ABCD.score({**MELANOMA, "asymmetry": ("9",)}) is None


@pytest.mark.parametrize("checklist", CHECKLISTS.values())
def test_codes_are_unique_and_sources_can_be_found(checklist: Checklist) -> None:
    codes = [one.code for one in checklist.criteria]
    assert len(set(codes)) == len(codes)
    for one in checklist.criteria:
        options = [option.code for option in one.options]
        assert len(set(options)) == len(options) > 1
    assert checklist.bands[0].least == 0
    identifiers = [source.doi for source in checklist.sources if source.doi]
    assert identifiers
    assert all(re.fullmatch(r"10\.\d{4,}/\S+", one) for one in identifiers)


def test_the_lower_threshold_of_the_revision_is_told() -> None:
    assert "2011" in SEVEN_POINT.remark
    assert "to 1" in SEVEN_POINT.remark
