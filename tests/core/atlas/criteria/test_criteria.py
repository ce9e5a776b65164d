"""Criteria are there for what the model finds, each with who says so."""

from __future__ import annotations

from itertools import combinations

import pytest

from core.atlas.criteria import Source, criteria_of, difference_between, look_alikes
from core.atlas.criteria.pairs import PAIRS
from core.language import Language, speaking
from core.taxonomy import HAM10000, KNOWN

CODES = sorted(entry.code for entry in HAM10000)
ALL = [*CODES, "ak", "scc", "sk", "pbk"]


@pytest.mark.parametrize("code", ALL)
def test_each_tumour_has_criteria_with_sources(code: str) -> None:
    found = criteria_of(code)
    assert len(found) >= 2
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert one.sources
        assert one.explanation.endswith(".")


def test_each_tumour_has_a_look_alike() -> None:
    for code in ALL:
        others = look_alikes(code)
        assert others
        for other in others:
            assert other in KNOWN
            difference = difference_between(code, other)
            assert difference is not None
            assert difference.sources


def test_differences_do_not_depend_on_the_order() -> None:
    for one, other in combinations(ALL, 2):
        assert difference_between(one, other) is difference_between(other, one)
    assert difference_between("mel", "mel") is None
    assert difference_between("mel", "psoriasis") is None


def test_pairs_are_ordered_and_named_once() -> None:
    codes = [difference.codes for difference in PAIRS]
    assert len(set(codes)) == len(codes)
    assert all(one < other and {one, other} <= set(ALL) for one, other in codes)


def test_narrower_classes_share_the_look_alikes_of_the_wider() -> None:
    assert difference_between("sk", "mel") is difference_between("bkl", "mel")
    assert difference_between("ak", "bcc") is difference_between("akiec", "bcc")
    assert difference_between("sk", "pbk") is None


def test_of_other_diagnoses_nothing_is_said() -> None:
    assert criteria_of("psoriasis") == ()
    assert look_alikes("psoriasis") == ()


def test_a_source_has_an_identifier() -> None:
    with pytest.raises(ValueError, match="no DOI"):
        Source("Somebody, somewhere", "doi pending")


def test_all_is_said_in_the_language_in_use() -> None:
    (first, *_) = criteria_of("mel")
    difference = difference_between("mel", "nv")
    assert difference is not None
    with speaking(Language.INDONESIAN):
        assert first.shown_name == "Jaringan pigmen atipikal"
        assert difference.shown_points[0] != difference.points[0]
