"""Probabilities in another case mix."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.trust.prevalence import parse_shares, reweighted, shares_text

SHARES = st.lists(st.floats(0.01, 1), min_size=3, max_size=3)
CODES = ("mel", "nv", "bkl")


def named(values: list[float]) -> dict[str, float]:
    total = sum(values)
    return {code: value / total for code, value in zip(CODES, values, strict=True)}


def test_it_is_what_bayes_rule_gives_on_counted_patients() -> None:
    # In one clinic 100 of 1000 lesions are melanomas, in the other 10; a sign stands on 8 of 10
    # melanomas and on 1 of 10 nevi in both. So with the sign it is 80 : 90, and 8 : 99.
    there = reweighted(
        {"mel": 80 / 170, "nv": 90 / 170},
        fitted={"mel": 0.1, "nv": 0.9},
        stated={"mel": 0.01, "nv": 0.99},
    )
    assert there["mel"] == pytest.approx(8 / 107)


@given(SHARES, SHARES, SHARES)
def test_there_and_back_again(values: list[float], here: list[float], there: list[float]) -> None:
    probabilities, fitted, stated = named(values), named(here), named(there)
    moved = reweighted(probabilities, fitted=fitted, stated=stated)
    assert sum(moved.values()) == pytest.approx(1)
    back = reweighted(moved, fitted=stated, stated=fitted)
    np.testing.assert_allclose(list(back.values()), list(probabilities.values()), rtol=1e-9)


def test_a_disease_that_does_not_occur_there_is_not_found_there() -> None:
    stated = {"mel": 0.0, "nv": 0.5, "bkl": 0.5}
    moved = reweighted(named([8, 1, 1]), fitted=named([1, 1, 1]), stated=stated)
    assert moved["mel"] == 0
    assert moved["nv"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ({"mel": 1.0, "nv": 1.0}, "stated case mix"),
        ({"mel": 1.0, "nv": 1.0, "bkl": -1.0}, "stated case mix"),
        ({"mel": 0.0, "nv": 0.0, "bkl": 0.0}, "none of the classes"),
    ],
)
def test_an_impossible_case_mix(stated: dict[str, float], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        reweighted(named([1, 1, 1]), fitted=named([1, 1, 1]), stated=stated)


@given(st.dictionaries(st.sampled_from(["mel", "nv", "b_cc", "x-1"]), st.floats(0, 1), min_size=1))
def test_a_case_mix_is_read_as_it_was_written(shares: dict[str, float]) -> None:
    assert parse_shares(shares_text(shares)) == shares


@pytest.mark.parametrize("text", ["", "mel", "mel=", "mel=much"])
def test_what_is_no_case_mix_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="float"):
        parse_shares(text)
