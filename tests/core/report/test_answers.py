"""Counting committed answers: agreement, changes of mind, and what they were worth."""

from __future__ import annotations

import csv
import dataclasses
import io

from core.cases.commitment import Commitment, CommittedAnswer, Confidence
from core.cases.outcomes import Judged
from core.report.answer_summary import summarise
from core.report.answer_table import COLUMNS, answers_csv
from core.report.answer_words import answer_words, share_words, summary_head, summary_rows
from core.trust.shares import ENOUGH, Share

NEVUS = CommittedAnswer(malignant=False, code="nv")
MELANOMA = CommittedAnswer(malignant=True, code="mel", confidence=Confidence.SURE)
BENIGN = CommittedAnswer(malignant=False)


def shown(finding: str = "mel", *, novel: bool = False) -> Commitment:
    return Commitment(
        sha256="0" * 64, finding=finding, finding_malignant=finding == "mel", probability=0.6,
        novel=novel, model_name="m", model_version="1", model_sha256="ab" * 32,
    )  # fmt: skip


def said(
    first: CommittedAnswer, final: CommittedAnswer | None = None, *,
    finding: str = "mel", outcome: str = "", novel: bool = False,
) -> Judged:  # fmt: skip
    commitment = shown(finding, novel=novel).answered(first)
    return Judged(commitment if final is None else commitment.with_final(final), outcome)


def test_nothing_is_said_about_nothing() -> None:
    summary = summarise(())
    assert summary_head(summary) == "There are no answers yet."
    assert {words for _, words in summary_rows(summary)} == {"Nothing to count yet"}
    assert summary.classes == ()


def test_agreement_is_by_class_and_by_side() -> None:
    summary = summarise(
        (
            said(MELANOMA),
            said(NEVUS),
            said(NEVUS, finding="bkl"),
            said(BENIGN, finding="nv"),
            said(NEVUS, novel=True),  # found unlike a lesion: nothing to agree with
            Judged(shown()),
        )
    )
    assert (summary.answered, summary.skipped) == (5, 1)
    assert summary.same_class == Share(1, 3)
    assert summary.same_side == Share(3, 4)


def test_changes_help_or_harm_only_where_the_outcome_is_known() -> None:
    summary = summarise(
        (
            said(NEVUS, MELANOMA, outcome="mel"),
            said(NEVUS, MELANOMA, outcome="nv"),
            said(NEVUS, MELANOMA, outcome="bcc"),  # wrong, and still wrong
            said(NEVUS, MELANOMA),
            said(NEVUS, outcome="nv"),
            said(BENIGN, outcome="mel"),
        )
    )
    assert summary.changed == Share(4, 6)
    assert summary.towards == Share(4, 4)
    assert summary.known == 5
    assert (summary.helped, summary.harmed) == (Share(1, 3), Share(1, 3))
    assert (summary.first, summary.final) == (Share(2, 5), Share(2, 5))
    assert summary.model == Share(2, 5)
    assert [row.code for row in summary.classes] == ["mel", "nv", "bcc"]
    melanoma = summary.classes[0]
    assert (melanoma.first, melanoma.final) == (Share(0, 2), Share(1, 2))
    assert melanoma.model == Share(2, 2)


def test_too_few_are_called_that_and_enough_have_an_interval() -> None:
    assert share_words(Share(3, 5)) == "3 of 5; too few to tell"
    assert share_words(Share(ENOUGH - 1, ENOUGH - 1)).endswith("too few to tell")
    assert share_words(Share(15, 20)) == "15 of 20 (53 to 89 %)"


def test_the_head_says_how_many_were_shown_without_an_answer() -> None:
    summary = summarise((said(NEVUS, outcome="nv"), Judged(shown()), Judged(shown())))
    assert summary_head(summary) == (
        "1 answer; the outcome of 1 is known. 2 more findings were shown without an answer."
    )


def test_answers_are_said_with_what_was_stated() -> None:
    assert answer_words(MELANOMA) == "melanoma (sure)"
    assert answer_words(BENIGN) == "benign, no class named"


def test_the_table_has_a_row_for_each_and_leaves_open_what_is_not_known() -> None:
    table = answers_csv((said(NEVUS, MELANOMA, outcome="mel"), Judged(shown())))
    changed, skipped = csv.DictReader(io.StringIO(table.decode()))
    assert tuple(changed) == COLUMNS
    assert (changed["first_class"], changed["final_class"]) == ("nv", "mel")
    assert (changed["final_confidence"], changed["changed_mind"]) == ("sure", "true")
    assert changed["outcome"] == "mel"
    assert {skipped[name] for name in COLUMNS[2:10]} == {""}
    assert (skipped["finding"], skipped["outcome"]) == ("mel", "")


def test_no_spreadsheet_computes_the_name_of_a_model() -> None:
    named = dataclasses.replace(shown(), model_name="=1+1")
    (row,) = csv.DictReader(io.StringIO(answers_csv((Judged(named),)).decode()))
    assert row["model"] == "'=1+1 1"
