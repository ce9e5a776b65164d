"""What answers say, counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.learning.progress.accuracy import ClassShare, balanced
from core.learning.progress.calibration import calibrate
from core.learning.progress.confusion import Confusion, MixedUp, mixed_up
from core.learning.progress.course import BLOCK, course_of
from core.learning.progress.scope import Scope
from core.learning.progress.summary import DueCount, progress_of
from core.trust.intervals import wilson
from core.trust.shares import Share
from tests.core.learning.answers import START, answer

NOW = START + timedelta(days=30)


def test_nothing_said_is_nothing_told() -> None:
    progress = progress_of([], NOW)
    assert (progress.answers, progress.first, progress.classes) == (0, Share(0, 0), ())
    assert (progress.balanced, progress.seconds, progress.calibration.gap) == (None, None, None)
    assert progress.own == progress.model == Confusion((), (), ())
    assert progress.due == DueCount(0, 0, 0)


def test_who_meets_a_lesion_again_may_remember_it() -> None:
    answers = [
        answer("mel", "nv", lesion="a"),
        answer("mel", "mel", lesion="a", day=1),
        answer("nv", "nv", lesion="b", day=1),
        answer("mel", "mel", lesion="a", day=2),
    ]
    progress = progress_of(answers, NOW)
    assert (progress.first, progress.repeated) == (Share(1, 2), Share(2, 2))
    assert progress.classes == (ClassShare("mel", Share(0, 1)), ClassShare("nv", Share(1, 1)))
    assert progress.balanced is not None
    assert progress.balanced.value == 0.5


def test_own_answers_stand_beside_the_model_s_and_the_truth() -> None:
    answers = [
        answer("mel", "nv", number=1, finding="mel"),
        answer("nv", "nv", number=2, finding="bkl"),
        answer("nv", "nv", number=3),
        answer("mel", "mel", number=4, late=True),
    ]
    progress = progress_of(answers, NOW)
    assert progress.own == Confusion(
        ("bkl", "mel", "nv"), ("bkl", "mel", "nv", ""), ((0, 0, 0, 0), (0, 0, 1, 1), (0, 0, 2, 0))
    )  # what came too late is no answer
    assert progress.model == Confusion(
        ("bkl", "mel", "nv"), ("bkl", "mel", "nv"), ((0, 0, 0), (0, 1, 0), (1, 0, 0))
    )
    assert progress.beside == (Share(1, 2), Share(1, 2))  # of the two that the model was asked
    assert progress.late == 1


def test_malignant_or_not_is_counted_where_it_was_asked() -> None:
    answers = [
        answer("mel", "nv", number=1, malignant=True),  # the wrong class, and yet on its guard
        answer("mel", "nv", number=2, malignant=False),
        answer("nv", "nv", number=3, malignant=False),
        answer("nv", "nv", number=4),
        answer("mel", "mel", number=5, malignant=True, late=True),
    ]
    progress = progress_of(answers, NOW)
    assert (progress.sensitivity, progress.specificity) == (Share(1, 2), Share(1, 1))


def test_the_balanced_average_of_one_class_has_its_wilson_interval() -> None:
    alone = balanced([ClassShare("mel", Share(7, 10))])
    assert alone is not None
    assert (alone.low, alone.high) == pytest.approx(wilson(7, 10))


def test_the_balanced_average_counts_diagnoses_alike() -> None:
    both = balanced([ClassShare("mel", Share(0, 10)), ClassShare("nv", Share(1000, 1000))])
    assert both is not None
    assert both.value == 0.5
    assert 0.49 < both.low < 0.5 < both.high < 0.65
    equal = balanced([ClassShare(code, Share(50, 100)) for code in ("a", "b", "c", "d")])
    assert equal is not None
    # Four times as many answers halve the interval.
    low, high = wilson(50, 100)
    assert equal.high - equal.low == pytest.approx((high - low) / 2)


def test_confidence_is_compared_with_truth() -> None:
    said = [(0.2, False), (0.2, True), (0.6, True), (0.95, True), (0.95, False), (1.0, True)]
    answers = [
        answer("mel", "mel" if right else "nv", number=number, confidence=confidence)
        for number, (confidence, right) in enumerate(said)
    ]
    answers += [answer("mel", "", number=9, confidence=0.9)]  # no answer, no confidence
    answers += [answer("mel", "mel", number=10, confidence=0.9, late=True)]
    found = calibrate(answers)
    assert [one.share for one in found.bins] == [
        Share(1, 2), Share(0, 0), Share(1, 1), Share(0, 0), Share(2, 3)
    ]  # fmt: skip
    assert found.count == sum(one.share.count for one in found.bins) == 6
    assert found.gap == pytest.approx((0.2 + 0.2 + 0.6 + 0.95 + 0.95 + 1.0 - 4) / 6)
    assert found.bins[1].confidence is None


@pytest.mark.parametrize(("confidence", "place"), [(0.0, 0), (0.3, 1), (0.5, 2), (0.9, 4), (1, 4)])
def test_an_edge_belongs_to_the_bin_above(confidence: float, place: int) -> None:
    found = calibrate([answer("mel", "mel", confidence=confidence)])
    assert [one.share.count for one in found.bins].index(1) == place


def test_pairs_are_mixed_up_in_both_directions() -> None:
    answers = [
        *(answer("mel", "nv", number=number) for number in range(2)),
        answer("nv", "mel", number=3),
        answer("nv", "nv", number=4),
        answer("bkl", "mel", number=5),
        answer("bkl", "", number=6),
    ]
    assert mixed_up(answers) == (
        MixedUp("mel", "nv", Share(3, 4)), MixedUp("bkl", "mel", Share(1, 4)),
    )  # fmt: skip


def test_the_course_is_told_in_whole_blocks() -> None:
    answers = [
        answer("mel", "mel" if number < BLOCK else "nv", number=number, day=number)
        for number in range(2 * BLOCK + 5)
    ]
    first, second = course_of(answers)
    assert (first.share, second.share) == (Share(BLOCK, BLOCK), Share(0, BLOCK))
    assert (first.first, second.first) == (START.date(), (START + timedelta(days=BLOCK)).date())
    assert first.gap == pytest.approx(-0.4)
    assert second.gap == pytest.approx(0.6)


def test_what_is_due_is_counted() -> None:
    answers = [answer("mel", "nv", lesion="a"), answer("mel", "mel", lesion="b", confidence=0.95)]
    progress = progress_of(answers, START + timedelta(days=2))
    assert progress.due.known == 2
    assert progress.due.now == 1  # what was wrong comes the next day
    assert progress.due.soon >= 1


def test_a_scope_counts_some_and_still_knows_what_was_met_before() -> None:
    other = replace(answer("nv", "nv", lesion="c", day=3), atlas="Other")
    answers = [
        answer("mel", "nv", lesion="a", day=0),
        answer("mel", "mel", lesion="a", day=2),
        answer("mel", "mel", lesion="b", day=2),
        other,
    ]
    since = Scope(since=START + timedelta(days=1))
    told = progress_of(answers, NOW, since)
    assert (told.answers, told.first, told.repeated) == (3, Share(2, 2), Share(1, 1))
    assert told.mixed_up == ()
    assert told.due.known == 3  # whenever it was answered
    told = progress_of(answers, NOW, Scope(atlas="Other"))
    assert (told.answers, told.atlases, told.due.known) == (1, ("Other",), 1)
