"""What is looked up is what was counted, and too little of it is no evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.trust.counts import Cell, EvidenceCounts
from core.trust.evidence import FEWEST, Group, Record, look_up
from core.trust.intervals import wilson
from core.trust.patient import AgeGroup, Patient
from tests.core.trust.counts import COUNTS, OLD, YOUNG

BAND = (0.5, 0.7)


def records(
    finding: str = "mel", probability: float = 0.6, *, site: str | None = None,
    age: AgeGroup | None = None,
) -> list[Record]:  # fmt: skip
    patient = Patient(site, age)
    return list(look_up(COUNTS, finding=finding, probability=probability, patient=patient))


def test_a_finding_at_its_probability_is_counted_over_everybody() -> None:
    (record,) = records()
    assert record == Record(Group("mel", BAND), 9, 18, (("nv", 6), ("bkl", 3)), followed=1)
    assert record.share == pytest.approx(0.5)
    assert record.interval == wilson(9, 18)


def test_what_is_stated_narrows_it_one_by_one_and_together() -> None:
    assert [(one.group.site, one.group.age, one.right, one.lesions) for one in
            records(site="back", age=OLD)] == [
        (None, None, 9, 18), ("back", None, 9, 15), (None, OLD, 9, 16), ("back", OLD, 9, 13),
    ]  # fmt: skip


def test_what_is_too_thin_is_no_evidence_and_is_followed_by_less_probable_findings() -> None:
    _, thin, wider = records(site="face")
    assert (thin.group, thin.lesions) == (Group("mel", BAND, "face"), 3)
    assert (thin.share, thin.interval) == (None, None)
    assert wider == Record(Group("mel", (0.0, 0.7), "face"), 8, 15, (("nv", 4), ("bkl", 3)))
    assert wider.enough


def test_where_nothing_is_less_probable_nothing_is_repeated() -> None:
    (nothing,) = records("df")
    assert (nothing.lesions, nothing.enough, nothing.instead) == (0, False, ())
    assert [one.group.band for one in records("bkl", 0.3)] == [(0.0, 0.5)]


def test_a_site_that_nobody_counted_is_no_evidence() -> None:
    assert records("nv", 0.9, site="ear")[1].lesions == 0
    assert records("nv", 0.9, age=YOUNG)[1].right == 40


def test_easy_lesions_are_told_apart() -> None:
    (record,) = records("nv", 0.6)
    assert (record.right, record.lesions, record.followed) == (30, 32, 10)
    assert record.harder == Record(record.group, 20, 22)
    surest = records("nv", 0.9)[0].harder
    assert surest is not None
    assert (surest.lesions, surest.enough) == (5, False)
    assert records("mel")[0].harder is None  # the one that was followed up was mistaken


def test_an_edge_belongs_to_the_band_above() -> None:
    assert [records(probability=p)[0].group.band for p in (0.4999, 0.5, 0.7, 1.0)] == [
        (0.0, 0.5), (0.5, 0.7), (0.7, 1.0), (0.7, 1.0),
    ]  # fmt: skip


def test_fewer_lesions_than_needed_leave_more_than_half_of_the_scale_open() -> None:
    widths = [high - low for low, high in (wilson(n / 2, n) for n in (FEWEST - 1, FEWEST))]
    assert widths[0] > 0.5 >= widths[1]


@given(st.sampled_from(["mel", "nv", "bkl", "df"]), st.floats(0, 1))
def test_every_lesion_of_a_finding_stands_in_one_band(finding: str, probability: float) -> None:
    here = records(finding, probability)[0]
    low, high = here.group.band
    assert low <= probability <= high
    assert here.lesions <= sum(cell.lesions for cell in COUNTS.of(finding))


def test_counts_that_contradict_themselves_are_refused() -> None:
    cell = Cell("mel", 0, None, None, "mel", 3)
    for edges, cells in (((0.7, 0.5), (cell,)), ((0.5,), (cell._replace(band=2),)), ((), ()),
                         ((0.5,), (cell._replace(lesions=0),)),
                         ((0.5,), (cell._replace(followed=4),))):  # fmt: skip
        with pytest.raises(ValueError, match=r"rise|band|at least 1|greater|followed up"):
            EvidenceCounts(edges=edges, cells=cells)
    with pytest.raises(ValueError, match="classes that there are not: bkl"):
        COUNTS.require_classes(("mel", "nv"))
    COUNTS.require_classes(("mel", "nv", "bkl", "df"))


def test_counts_come_back_from_json_as_they_were() -> None:
    assert EvidenceCounts.model_validate_json(COUNTS.model_dump_json()) == COUNTS
    assert COUNTS.sites == ("back", "face", "lower extremity")
    assert COUNTS.lesions == 117
