"""The figures that are read first."""

from __future__ import annotations

from core.learning.progress.summary import progress_of
from core.report.learning_figures import Figure, figures_of
from tests.core.learning.answers import START, answer


def by_name(count: int, *, malignant: bool | None = None) -> dict[str, Figure]:
    answers = [
        answer("mel", ("mel", "nv")[number % 2], number=number, malignant=malignant, confidence=0.9)
        for number in range(count)
    ]
    return {one.name: one for one in figures_of(progress_of(answers, START))}


def test_enough_answers_have_an_interval() -> None:
    figures = by_name(24)
    assert figures["Right at first sight"].value == "50 %"
    assert figures["Right at first sight"].details == "12 of 24; between 31 and 69 %"
    assert figures["Each diagnosis counting alike"].details == "Between 31 and 69 %"
    assert figures["Confidence"].value == "Too sure"
    assert figures["Answers"].value == "24"
    assert "Malignant lesions said to be so" not in figures


def test_a_few_answers_have_none() -> None:
    figures = by_name(3, malignant=True)
    assert figures["Right at first sight"].value == "2 of 3"
    assert figures["Right at first sight"].details == "Too few to tell"
    assert "Each diagnosis counting alike" not in figures
    assert figures["Confidence"].value == "Not known yet"
    assert figures["Malignant lesions said to be so"].value == "3 of 3"
