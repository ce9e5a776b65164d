"""Committed answers in words, the same in the window and in files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.cases.commitment import Confidence
from core.language import counted, marked, say
from core.report.case_words import class_name
from core.wording import in_sentence

if TYPE_CHECKING:
    from core.cases.commitment import CommittedAnswer
    from core.report.answer_summary import AnswerSummary
    from core.trust.shares import Share

CONFIDENCE_WORDS: Final = {
    Confidence.GUESS: marked("a guess"),
    Confidence.FAIR: marked("fairly sure"),
    Confidence.SURE: marked("sure"),
}
_NOTHING: Final = marked("Nothing to count yet")


def answer_words(answer: CommittedAnswer) -> str:
    """Say an answer within a sentence."""
    what = in_sentence(class_name(answer.code)) if answer.code else _without_class(answer)
    if answer.confidence is None:
        return what
    return f"{what} ({say(CONFIDENCE_WORDS[answer.confidence])})"


def _without_class(answer: CommittedAnswer) -> str:
    if answer.malignant:
        return say("malignant, no class named")
    return say("benign, no class named")


def share_words(share: Share) -> str:
    """Say ``14 of 20 (48 to 85 %)``; where there are too few, that, and no interval."""
    if not share.count:
        return say(_NOTHING)
    if share.interval is None:
        return say("{right:,} of {count:,}; too few to tell", right=share.right, count=share.count)
    low, high = share.interval
    return say(
        "{right:,} of {count:,} ({low:.0f} to {high:.0f} %)",
        right=share.right,
        count=share.count,
        low=100 * low,
        high=100 * high,
    )


def summary_rows(summary: AnswerSummary) -> tuple[tuple[str, str], ...]:
    """Say each count with its name."""
    return (
        (say("First answer names the class that the model found"), share_words(summary.same_class)),
        (say("First answer and model both malignant, or both not"), share_words(summary.same_side)),
        (say("Changed after the finding was shown"), share_words(summary.changed)),
        (say("Of these changes, to what the model found"), share_words(summary.towards)),
        (say("First answer right, by pathology"), share_words(summary.first)),
        (say("Last answer right, by pathology"), share_words(summary.final)),
        (say("Model right on the same images"), share_words(summary.model)),
        (say("Changes that made a wrong answer right"), share_words(summary.helped)),
        (say("Changes that made a right answer wrong"), share_words(summary.harmed)),
    )


def summary_head(summary: AnswerSummary) -> str:
    """Say how many answers there are, and of how many the outcome is known."""
    if not summary.answered and not summary.skipped:
        return say("There are no answers yet.")
    words = counted(
        "{count:,} answer; the outcome of {known:,} is known.",
        "{count:,} answers; the outcome of {known:,} is known.",
        count=summary.answered,
        known=summary.known,
    )
    if not summary.skipped:
        return words
    return say(
        "{words} {skipped:,} more findings were shown without an answer.",
        words=words,
        skipped=summary.skipped,
    )
