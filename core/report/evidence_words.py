"""How often such findings were right, in words: the same in the window, on paper and in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.report.trust_words import is_novel
from core.trust.patient import site_words
from core.wording import in_sentence, joined

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis
    from core.trust.evidence import Group, Record

NO_EVIDENCE: Final = "no evidence"
UNLIKE: Final = (
    "How findings on held-out lesions turned out says nothing about a picture that is unlike them."
)
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


def evidence_sentence(analysis: Analysis, card: Card) -> str:
    """Say in one sentence how often such findings were right; empty where nobody counted."""
    if not analysis.evidence:
        return ""
    if is_novel(analysis):
        return UNLIKE
    record = _narrowest(analysis.evidence)
    group = group_words(record.group, card)
    ends = interval_words(record)
    if not ends:
        return f"No evidence on findings like this one ({group}): {_too_few(record)}."
    words = (
        f"Of {record.lesions:,} held-out lesions with such a finding ({group}), {record.right:,} "
        f"were just that (95 % interval {ends})."
    )
    return f"{words} {harder_words(record)}".rstrip()


def evidence_note(analysis: Analysis, card: Card) -> str:
    """Say what was counted, and for which pictures it holds; empty where nobody counted."""
    if card.evidence is None:
        return ""
    if is_novel(analysis):
        return UNLIKE
    words = (
        f"Counted on {card.evidence.lesions:,} held-out lesions, each once. It holds for pictures "
        "like theirs; the model card says of whom they are."
    )
    if analysis.prevalence is not None:
        words += (
            " Finding and probability are looked up as calibrated, not as re-weighted to the "
            "stated case mix."
        )
    return words


def group_words(group: Group, card: Card) -> str:
    """Name a group within a sentence: ``melanoma at 50 to 70 %, back, aged 50 to 69``."""
    name = in_sentence(card.entry(group.finding).name)
    return ", ".join((f"{name} {_at(group.band)}", *_narrowed(group)))


def band_words(band: tuple[float, float]) -> str:
    """Name a band of probability."""
    low, high = (round(100 * end) for end in band)
    if low == 0:
        return f"under {high} %" if high < 100 else "any probability"
    return f"{low} to {high} %" if high < 100 else f"{low} % and over"


def count_words(record: Record) -> str:
    """Say ``35 of 83``, or that there is no evidence."""
    return f"{record.right:,} of {record.lesions:,}" if record.enough else NO_EVIDENCE


def told(record: Record) -> str:
    """Say a record in a cell of a table, its interval in percent without the sign."""
    if record.interval is None:
        return NO_EVIDENCE
    low, high = record.interval
    return f"{record.right:,} of {record.lesions:,} ({100 * low:.0f} to {100 * high:.0f})"


def interval_words(record: Record) -> str:
    """Say the interval of a share; empty where there is no evidence."""
    if record.interval is None:
        return ""
    low, high = record.interval
    return f"{100 * low:.0f} to {100 * high:.0f} %"


def harder_words(record: Record) -> str:
    """Say what is left without lesions that were easy; empty where there were none."""
    harder = record.harder
    if harder is None:
        return ""
    left = f"{harder.right:,} of {harder.lesions:,} ({interval_words(harder)})"
    return (
        f"{record.followed:,} were confirmed only by follow-up, which are easy; without them, "
        f"{left if harder.enough else f'no evidence: {_too_few(harder)}'}."
    )


def _narrowest(records: Sequence[Record]) -> Record:
    """Take the group that says most about this lesion and is still evidence; else the first."""
    band = records[0].group.band
    enough = (one for one in reversed(records) if one.enough and one.group.band == band)
    return next(enough, records[0])


def _at(band: tuple[float, float]) -> str:
    words = band_words(band)
    return words if words.startswith("under") else f"at {words}"


def _title(group: Group, card: Card, *, band: tuple[float, float]) -> str:
    named = list(_narrowed(group)) or [f"{card.entry(group.finding).name} {_at(group.band)}"]
    if group.band != band and _narrowed(group):
        named.append(band_words(group.band))
    words = ", ".join(named)
    return words[:1].upper() + words[1:]


def _narrowed(group: Group) -> tuple[str, ...]:
    site = () if group.site is None else (site_words(group.site),)
    return site if group.age is None else (*site, f"aged {group.age}")


def _meaning(record: Record, card: Card, *, first: bool) -> str:
    if record.share is None:
        reason = _too_few(record)
        return f"{reason[:1].upper()}{reason[1:]}."
    words = (
        f"{100 * record.share:.0f} % right; 95 % interval {interval_words(record)}.",
        _instead(record, card) if first else "",
        harder_words(record),
    )
    return " ".join(filter(None, words))


def _too_few(record: Record) -> str:
    from core.trust.evidence import FEWEST

    if record.lesions == 0:
        return "no such lesion was tested"
    seen = "lesion was" if record.lesions == 1 else "lesions were"
    return f"only {record.lesions} such {seen} tested; {FEWEST} are needed"


def _instead(record: Record, card: Card) -> str:
    if not record.instead:
        return ""
    named = [
        f"{in_sentence(card.entry(code).name)} {lesions:,}"
        for code, lesions in record.instead[:_MOST_NAMED]
    ]
    others = sum(lesions for _, lesions in record.instead[_MOST_NAMED:])
    if others:
        named.append(f"another {others:,}")
    return f"The others: {joined(named, last='and')}."
