"""Committed answers in words, the same in the window and in files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.cases.commitment import Confidence
from core.report.case_words import class_name
from core.wording import in_sentence

if TYPE_CHECKING:
    from core.cases.commitment import CommittedAnswer
    from core.report.answer_summary import AnswerSummary, Share

CONFIDENCE_WORDS: Final = {
    Confidence.GUESS: "a guess",
    Confidence.FAIR: "fairly sure",
    Confidence.SURE: "sure",
}
_NOTHING: Final = "Nothing to count yet"


def answer_words(answer: CommittedAnswer) -> str:
    """Say an answer within a sentence."""
    side = "malignant" if answer.malignant else "benign"
    what = in_sentence(class_name(answer.code)) if answer.code else f"{side}, no class named"
    return what if answer.confidence is None else f"{what} ({CONFIDENCE_WORDS[answer.confidence]})"


def share_words(share: Share) -> str:
    """Say ``14 of 20 (48 to 85 %)``; where there are too few, that, and no interval."""
    if not share.count:
        return _NOTHING
    words = f"{share.right:,} of {share.count:,}"
    if share.interval is None:
        return f"{words}; too few to tell"
    low, high = share.interval
    return f"{words} ({100 * low:.0f} to {100 * high:.0f} %)"


def summary_rows(summary: AnswerSummary) -> tuple[tuple[str, str], ...]:
    """Say each count with its name."""
    return (
        ("First answer names the class that the model found", share_words(summary.same_class)),
        ("First answer and model both malignant, or both not", share_words(summary.same_side)),
        ("Changed after the finding was shown", share_words(summary.changed)),
        ("Of these changes, to what the model found", share_words(summary.towards)),
        ("First answer right, by pathology", share_words(summary.first)),
        ("Last answer right, by pathology", share_words(summary.final)),
        ("Model right on the same images", share_words(summary.model)),
        ("Changes that made a wrong answer right", share_words(summary.helped)),
        ("Changes that made a right answer wrong", share_words(summary.harmed)),
    )


def summary_head(summary: AnswerSummary) -> str:
    """Say how many answers there are, and of how many the outcome is known."""
    if not summary.answered and not summary.skipped:
        return "There are no answers yet."
    words = f"{_counted(summary.answered)}; the outcome of {summary.known:,} is known."
    if summary.skipped:
        words += f" {summary.skipped:,} more findings were shown without an answer."
    return words


def _counted(number: int) -> str:
    return f"{number:,} {'answer' if number == 1 else 'answers'}"
