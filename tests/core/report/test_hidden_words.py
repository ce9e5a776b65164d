"""What is said about a finding whose lesion was painted over."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.explain.hidden import Hidden
from core.model.conclusion import with_hidden
from core.report.hidden_words import NOT_FOUND, HiddenWords, hidden_words
from core.results import Analysis
from core.trust.interpretation import Interpretation
from tests.desktop.fakes import make_analysis, make_card, make_hidden, make_rules

CARD = make_card(trust=make_rules())
ANALYSIS = make_analysis(CARD)


def said(hidden: Hidden, analysis: Analysis = ANALYSIS) -> HiddenWords:
    words = hidden_words(with_hidden(analysis, hidden), CARD)
    assert words is not None
    return words


def test_nothing_is_said_where_nobody_asked() -> None:
    assert hidden_words(ANALYSIS, CARD) is None


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ({"nv": 0.7, "mel": 0.2},
         "Without the lesion, the finding goes: melanoma falls from 62 % to 20 %."),
        ({"mel": 0.4},
         "Without the lesion, melanoma falls from 62 % to 40 %, but comes first still."),
        ({"mel": 0.6}, "The finding stays without the lesion: melanoma 60 %, with it 62 %."),
    ],
)  # fmt: skip
def test_it_is_said_what_becomes_of_the_finding(without: dict[str, float], sentence: str) -> None:
    hidden = make_hidden(CARD, without_lesion=without)
    assert said(hidden).sentence == sentence
    assert said(hidden).without_background == "Melanoma 62 %"
    warned = with_hidden(ANALYSIS, hidden).cautions != ()
    assert warned == sentence.startswith("The finding stays")


def test_what_comes_first_in_each_picture_is_named() -> None:
    assert said(make_hidden(CARD, without_lesion={"nv": 0.7})).without_lesion == (
        "Melanocytic nevus 70 %"
    )


def test_without_a_lesion_there_is_only_that_to_say() -> None:
    hidden = replace(make_hidden(CARD), region=np.zeros((8, 8), np.bool_))
    assert said(hidden) == HiddenWords(NOT_FOUND)


def test_a_case_mix_is_not_used_and_that_is_said() -> None:
    even = Interpretation(prevalence=dict.fromkeys(CARD.codes, 1 / 7))
    moved = make_analysis(CARD, interpretation=even)
    assert said(make_hidden(CARD), moved).sentence.endswith("before re-weighting.")
