"""Every group of held-out lesions that an image is set against, as a row to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.language import number, say
from core.report.evidence_words import (
    at_band,
    band_words,
    count_words,
    harder_words,
    interval_words,
    narrowed,
    too_few,
)
from core.wording import all_of, capital, in_sentence

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis
    from core.trust.evidence import Group, Record

_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One group of held-out lesions.

    Parameters
    ----------
    title : str
        Which.
    count : str
        ``35 of 83``, or that there is no evidence.
    words : str
        What that means.
    share : float, optional
        Of findings that were right, 0 to 1; None where there is no evidence.
    interval : tuple of float, optional
        Its 95 % interval.
    """

    title: str
    count: str
    words: str
    share: float | None = None
    interval: tuple[float, float] | None = None


def evidence_rows(analysis: Analysis, card: Card) -> tuple[EvidenceRow, ...]:
    """Tell every group; the first is the finding at its probability."""
    if not analysis.evidence:
        return ()
    band = analysis.evidence[0].group.band
    return tuple(
        EvidenceRow(
            title=_title(record.group, card, band=band),
            count=count_words(record),
            words=_meaning(record, card, first=place == 0),
            share=record.share,
            interval=record.interval,
        )
        for place, record in enumerate(analysis.evidence)
    )


def _title(group: Group, card: Card, *, band: tuple[float, float]) -> str:
    named = list(narrowed(group)) or [
        say(
            "{name} {at_probability}",
            name=card.entry(group.finding).shown_name,
            at_probability=at_band(group.band),
        )
    ]
    if group.band != band and narrowed(group):
        named.append(band_words(group.band))
    return capital(", ".join(named))


def _meaning(record: Record, card: Card, *, first: bool) -> str:
    if record.share is None:
        return f"{capital(too_few(record))}."
    words = (
        say(
            "{right:.0f} % right; 95 % interval {interval}.",
            right=100 * record.share,
            interval=interval_words(record),
        ),
        _instead(record, card) if first else "",
        harder_words(record),
    )
    return " ".join(filter(None, words))


def _instead(record: Record, card: Card) -> str:
    if not record.instead:
        return ""
    named = [
        f"{in_sentence(card.entry(code).name)} {number(lesions, ',')}"
        for code, lesions in record.instead[:_MOST_NAMED]
    ]
    others = sum(lesions for _, lesions in record.instead[_MOST_NAMED:])
    if others:
        named.append(say("another {count:,}", count=others))
    return say("The others: {names}.", names=all_of(named))
