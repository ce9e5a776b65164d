"""The window's words for numbers and states, in one place so that they are the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.language import again
from core.report.trust_words import NOVEL, is_low, is_novel
from core.wording import in_sentence, percent
from desktop.language.words import count, mark, tr
from desktop.look.entries import EntryState, ImageEntry

if TYPE_CHECKING:
    from core.model import Card

REWEIGHTED_SIGN: Final = "*"
"""Behind a probability that is re-weighted to the stated case mix; the strip's head explains it."""
UNLIKE: Final = mark("Unlike a lesion")
COVERED: Final = mark("Your answer first")


def caption(entry: ImageEntry, *, mark: str = REWEIGHTED_SIGN) -> str:
    """Say in a few words how it stands with an image."""
    if entry.analysis is None:
        return {
            EntryState.FAILED: tr("No finding"),
            EntryState.CANCELLED: tr("Not analysed"),
            EntryState.COVERED: tr(COVERED),
        }.get(entry.state, tr("Waiting…"))
    if is_novel(entry.analysis):
        return tr(UNLIKE)
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
        return f"{entry.name}. {again(NOVEL)}"
    words = f"{entry.name}. {caption(entry, mark='')}"
    if entry.analysis.prevalence is not None:
        words = tr("{words} (re-weighted)", words=words)
    return tr("{words}. Low certainty", words=words) if is_low(entry.analysis) else words


def contrasted(card: Card, code: str, versus: str | None) -> str:
    """Name a class within a sentence, and the one that it is set against."""
    name = in_sentence(card.entry(code).name)
    if versus is None:
        return name
    other = in_sentence(card.entry(versus).name)
    return tr("{name} rather than {other}", name=name, other=other)


def images_words(number: int) -> str:
    """Say how many images."""
    return count("{n:,} image", "{n:,} images", n=number)


def lesions_words(number: int) -> str:
    """Say how many lesions."""
    return count("{n:,} lesion", "{n:,} lesions", n=number)
