"""How often such findings were right, in words: the same in the window, on paper and in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from core.report.trust_words import is_novel
from core.trust.patient import site_words
from core.wording import in_sentence

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis
    from core.trust.evidence import Group, Record

NO_EVIDENCE: Final = "no evidence"
UNLIKE: Final = (
    "How findings on held-out lesions turned out says nothing about a picture that is unlike them."
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
        return f"No evidence on findings like this one ({group}): {too_few(record)}."
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
    return ", ".join((f"{name} {at_band(group.band)}", *narrowed(group)))


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


def asked_for(records: Sequence[Record]) -> Record:
    """Return the record of the very group that was asked for, be it evidence or not."""
    band = records[0].group.band
    return next(one for one in reversed(records) if one.group.band == band)


def harder_words(record: Record) -> str:
    """Say what is left without lesions that were easy; empty where there were none."""
    harder = record.harder
    if harder is None:
        return ""
    left = f"{harder.right:,} of {harder.lesions:,} ({interval_words(harder)})"
    return (
        f"{record.followed:,} were confirmed only by follow-up, which are easy; without them, "
        f"{left if harder.enough else f'no evidence: {too_few(harder)}'}."
    )


def _narrowest(records: Sequence[Record]) -> Record:
    """Take the group that says most about this lesion and is still evidence; else the first."""
    band = records[0].group.band
    enough = (one for one in reversed(records) if one.enough and one.group.band == band)
    return next(enough, records[0])


def at_band(band: tuple[float, float]) -> str:
    """Name a band within a sentence."""
    words = band_words(band)
    return words if words.startswith("under") else f"at {words}"


def narrowed(group: Group) -> tuple[str, ...]:
    """Name the site and the age to which a group is narrowed."""
    site = () if group.site is None else (site_words(group.site),)
    return site if group.age is None else (*site, f"aged {group.age}")


def too_few(record: Record) -> str:
    """Say why there is no evidence."""
    from core.trust.evidence import FEWEST

    if record.lesions == 0:
        return "no such lesion was tested"
    seen = "lesion was" if record.lesions == 1 else "lesions were"
    return f"only {record.lesions} such {seen} tested; {FEWEST} are needed"
