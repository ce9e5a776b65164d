"""What can be answered, and what the plots count."""

from __future__ import annotations

from core.cases.commitment import Commitment, CommittedAnswer
from core.cases.outcomes import Judged
from core.report.answer_summary import Share
from core.taxonomy import HAM10000
from desktop.commit.choices import choices_of
from desktop.commit.plots import agreement_over_time


def judged(code: str, finding: str, *, novel: bool = False) -> Judged:
    shown = Commitment(
        sha256="0" * 64, finding=finding, finding_malignant=finding == "mel", probability=0.6,
        novel=novel, model_name="m", model_version="1", model_sha256="ab" * 32,
    )  # fmt: skip
    return Judged(shown.answered(CommittedAnswer(malignant=code == "mel", code=code)))


def test_every_class_can_be_answered_and_that_it_is_left_open() -> None:
    choices = choices_of(HAM10000)
    assert {choice.code for choice in choices} == {entry.code for entry in HAM10000} | {""}
    assert [choice.malignant for choice in choices if not choice.code] == [True, False]
    assert all(("malignant" in choice.words.lower()) == choice.malignant for choice in choices)


def test_agreement_is_counted_answer_by_answer() -> None:
    answers = (judged("mel", "mel"), judged("nv", "mel"), judged("", "mel"), judged("nv", "nv"))
    unlike = judged("mel", "mel", novel=True)
    assert agreement_over_time((*answers, unlike)) == [Share(1, 1), Share(1, 2), Share(2, 3)]
