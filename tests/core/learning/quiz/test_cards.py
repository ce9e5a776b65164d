"""When lesions are due again follows from what was answered, and from nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.learning.quiz.cards import due_dates
from tests.core.learning.answers import START, answer

NOW = START + timedelta(days=100)


def days(*said: tuple[str, float]) -> float:
    """Days until a lesion is due, after answers a day apart."""
    answers = [
        answer("mel", code, lesion="a", day=day, confidence=confidence)
        for day, (code, confidence) in enumerate(said)
    ]
    (due,) = due_dates(answers, NOW).values()
    return (due.moment - answers[-1].created) / timedelta(days=1)


def test_the_surer_a_right_answer_the_later_it_comes_again() -> None:
    wrong, hard, good, easy = (
        days(("nv", 0.9)), days(("mel", 0.2)), days(("mel", 0.6)), days(("mel", 0.95)),
    )  # fmt: skip
    assert 1 <= wrong <= hard < good < easy


def test_a_late_answer_is_a_wrong_one() -> None:
    late = due_dates([answer("mel", "mel", lesion="a", late=True)], NOW)
    wrong = due_dates([answer("mel", "nv", lesion="a")], NOW)
    assert late == wrong


def test_what_is_answered_again_and_again_comes_ever_later() -> None:
    once, twice, often = (days(*[("mel", 0.6)] * count) for count in (1, 2, 8))
    assert once < twice < often


def test_lesions_are_grouped_as_the_atlas_has_them_now() -> None:
    answers = [answer("mel", "mel", lesion=name) for name in ("a", "b")]
    assert len(due_dates(answers, NOW)) == 2
    together = {one.sha256: "the same" for one in answers}
    assert list(due_dates(answers, NOW, keys=together)) == [("mel", "the same")]


def test_a_corrected_diagnosis_begins_anew() -> None:
    answers = [answer("mel", "mel", lesion="a"), answer("nv", "mel", lesion="a", day=1)]
    assert set(due_dates(answers, NOW)) == {("mel", "a"), ("nv", "a")}


def test_memory_fades() -> None:
    said = [answer("mel", "mel", lesion="a")]
    soon, late = (
        due_dates(said, START + timedelta(days=after))[("mel", "a")].recall for after in (1, 200)
    )
    assert 1 > soon > late > 0


@pytest.mark.parametrize("count", [1, 50])
def test_nothing_depends_on_chance(count: int) -> None:
    said = [answer("mel", "mel", lesion=f"{n % 5}", day=n) for n in range(count)]
    assert due_dates(said, NOW) == due_dates(said, NOW)
