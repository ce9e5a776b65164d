"""The window's words for numbers and states, in one place so that they are the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.report.trust_words import NOVEL, is_low, is_novel
from core.wording import in_sentence, percent
from desktop.look.entries import EntryState, ImageEntry

if TYPE_CHECKING:
    from core.model import Card

REWEIGHTED_SIGN: Final = "*"
"""Behind a probability that is re-weighted to the stated case mix; the strip's head explains it."""
UNLIKE: Final = "Unlike a lesion"
COVERED: Final = "Your answer first"


def caption(entry: ImageEntry, *, mark: str = REWEIGHTED_SIGN) -> str:
    """Say in a few words how it stands with an image."""
    if entry.analysis is None:
        return {
            EntryState.FAILED: "No finding",
            EntryState.CANCELLED: "Not analysed",
            EntryState.COVERED: COVERED,
        }.get(entry.state, "Waiting…")
    if is_novel(entry.analysis):
        return UNLIKE
    return f"{entry.finding_name} {finding_percent(entry, mark=mark)}"


def finding_percent(entry: ImageEntry, *, mark: str = REWEIGHTED_SIGN) -> str:
    """Say the probability of a finding that can be relied on; nothing where there is none."""
    if entry.analysis is None or is_novel(entry.analysis):
        return ""
    words = percent(entry.analysis.probabilities[entry.analysis.finding])
    return words if entry.analysis.prevalence is None else f"{words}{mark}"


def spoken(entry: ImageEntry) -> str:
    """Say an image and its state in a few sentences, for screen readers and tooltips."""
    if entry.error is not None:
        return f"{entry.name}. {caption(entry)}: {entry.error.message}"
    if entry.analysis is None:
        return f"{entry.name}. {caption(entry)}"
    if is_novel(entry.analysis):
        return f"{entry.name}. {NOVEL}"
    words = f"{entry.name}. {caption(entry, mark=' (re-weighted)')}"
    return f"{words}. Low certainty" if is_low(entry.analysis) else words


def contrasted(card: Card, code: str, versus: str | None) -> str:
    """Name a class within a sentence, and the one that it is set against."""
    name = in_sentence(card.entry(code).name)
    return name if versus is None else f"{name} rather than {in_sentence(card.entry(versus).name)}"


def counted(number: int, *, one: str = "image", many: str = "images") -> str:
    """Join a number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
