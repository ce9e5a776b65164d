"""How often such findings were right, in words: the same in the window, on paper and in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from core.language import counted, marked, say
from core.report.trust_words import is_novel
from core.trust.patient import age_words, site_words
from core.wording import in_sentence

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis
    from core.trust.evidence import Group, Record

NO_EVIDENCE: Final = marked("no evidence")
UNLIKE: Final = marked(
    "How findings on held-out lesions turned out says nothing about a picture that is unlike them."
)


def evidence_sentence(analysis: Analysis, card: Card) -> str:
    """Say in one sentence how often such findings were right; empty where nobody counted."""
    if not analysis.evidence:
        return ""
    if is_novel(analysis):
        return say(UNLIKE)
    record = _narrowest(analysis.evidence)
    group = group_words(record.group, card)
    ends = interval_words(record)
    if not ends:
        return say(
            "No evidence on findings like this one ({group}): {reason}.",
            group=group,
            reason=too_few(record),
        )
    words = say(
        "Of {lesions:,} held-out lesions with such a finding ({group}), {right:,} were just that "
        "(95 % interval {ends}).",
        lesions=record.lesions,
        group=group,
        right=record.right,
        ends=ends,
    )
    return f"{words} {harder_words(record)}".rstrip()


def evidence_note(analysis: Analysis, card: Card) -> str:
    """Say what was counted, and for which pictures it holds; empty where nobody counted."""
    if card.evidence is None:
        return ""
    if is_novel(analysis):
        return say(UNLIKE)
    words = say(
        "Counted on {lesions:,} held-out lesions, each once. It holds for pictures like theirs; "
        "the model card says of whom they are.",
        lesions=card.evidence.lesions,
    )
    if analysis.prevalence is None:
        return words
    return say(
        "{words} Finding and probability are looked up as calibrated, not as re-weighted to the "
        "stated case mix.",
        words=words,
    )


def group_words(group: Group, card: Card) -> str:
    """Name a group within a sentence: ``melanoma at 50 to 70 %, back, aged 50 to 69``."""
    name = in_sentence(card.entry(group.finding).name)
    found = say("{name} {at_probability}", name=name, at_probability=at_band(group.band))
    return ", ".join((found, *narrowed(group)))


def band_words(band: tuple[float, float]) -> str:
    """Name a band of probability."""
    low, high = (round(100 * end) for end in band)
    if low == 0:
        return say("under {high} %", high=high) if high < 100 else say("any probability")
    if high < 100:
        return say("{low} to {high} %", low=low, high=high)
    return say("{low} % and over", low=low)


def count_words(record: Record) -> str:
    """Say ``35 of 83``, or that there is no evidence."""
    if not record.enough:
        return say(NO_EVIDENCE)
    return say("{right:,} of {count:,}", right=record.right, count=record.lesions)


def told(record: Record) -> str:
    """Say a record in a cell of a table, its interval in percent without the sign."""
    if record.interval is None:
        return say(NO_EVIDENCE)
    low, high = record.interval
    return say(
        "{right:,} of {count:,} ({low:.0f} to {high:.0f})",
        right=record.right,
        count=record.lesions,
        low=100 * low,
        high=100 * high,
    )


def interval_words(record: Record) -> str:
    """Say the interval of a share; empty where there is no evidence."""
    if record.interval is None:
        return ""
    low, high = record.interval
    return say("{low:.0f} to {high:.0f} %", low=100 * low, high=100 * high)


def asked_for(records: Sequence[Record]) -> Record:
    """Return the record of the very group that was asked for, be it evidence or not."""
    band = records[0].group.band
    return next(one for one in reversed(records) if one.group.band == band)


def harder_words(record: Record) -> str:
    """Say what is left without lesions that were easy; empty where there were none."""
    harder = record.harder
    if harder is None:
        return ""
    if not harder.enough:
        return say(
            "{followed:,} were confirmed only by follow-up, which are easy; without them, no "
            "evidence: {reason}.",
            followed=record.followed,
            reason=too_few(harder),
        )
    return say(
        "{followed:,} were confirmed only by follow-up, which are easy; without them, {right:,} of "
        "{count:,} ({interval}).",
        followed=record.followed,
        right=harder.right,
        count=harder.lesions,
        interval=interval_words(harder),
    )


def _narrowest(records: Sequence[Record]) -> Record:
    """Take the group that says most about this lesion and is still evidence; else the first."""
    band = records[0].group.band
    enough = (one for one in reversed(records) if one.enough and one.group.band == band)
    return next(enough, records[0])


def at_band(band: tuple[float, float]) -> str:
    """Name a band within a sentence."""
    words = band_words(band)
    low, high = band
    under = round(100 * low) == 0 and round(100 * high) < 100
    return words if under else say("at {probability}", probability=words)


def narrowed(group: Group) -> tuple[str, ...]:
    """Name the site and the age to which a group is narrowed."""
    site = () if group.site is None else (site_words(group.site),)
    return site if group.age is None else (*site, age_words(group.age))


def too_few(record: Record) -> str:
    """Say why there is no evidence."""
    from core.trust.evidence import FEWEST

    if record.lesions == 0:
        return say("no such lesion was tested")
    return counted(
        "only {count} such lesion was tested; {fewest} are needed",
        "only {count} such lesions were tested; {fewest} are needed",
        count=record.lesions,
        fewest=FEWEST,
    )
