"""How far a finding can be believed, in words: one line first, the details for who asks.

The window, the printed page and the report say the same. What the card has no rule for is not
mentioned; nothing is said that the card's figures do not carry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from core.language import again, marked, say
from core.report.possible import as_calibrated, possible_codes, sentence_name
from core.trust.verdicts import CertaintyLevel
from core.wording import all_of, any_of, capital, in_sentence, percent, share

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis

NOVEL: Final = marked(
    "This does not look like a dermoscopic image of a lesion: do not rely on the finding."
)
REWEIGHTED: Final = marked("Probabilities are re-weighted to a stated case mix.")
_MOST_NAMED: Final = 3
_SIDES: Final = {
    (True, False): marked("Malignant classes together: {total}, over the chosen threshold"),
    (False, False): marked("Malignant classes together: {total}, under the chosen threshold"),
    (True, True): marked(
        "Malignant classes together: {total}, over the chosen threshold before re-weighting"
    ),
    (False, True): marked(
        "Malignant classes together: {total}, under the chosen threshold before re-weighting"
    ),
}
"""By whether the total is over the threshold, and whether the probabilities are re-weighted."""
_SURVIVES: Final = "survives_without_lesion"  # as `core.model.cautions` has it, which needs numpy


class Tone(StrEnum):
    """How much a line wants to be read before the finding."""

    CALM = "calm"
    CAREFUL = "careful"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class TrustLine:
    """The most important thing to say about a finding.

    Parameters
    ----------
    tone : Tone
        How it wants to be read.
    words : str
        One sentence.
    """

    tone: Tone
    words: str


def trust_line(analysis: Analysis, card: Card) -> TrustLine | None:
    """Say the one most important thing; None where the card has no rules to say it by."""
    if is_novel(analysis):
        return TrustLine(Tone.WARNING, say(NOVEL))
    possible = possible_codes(analysis, card)
    if is_low(analysis):
        words = say("Low certainty: {what}.", what=_all_possible(card, possible))
        return TrustLine(Tone.CAREFUL, words)
    former, probability = as_calibrated(analysis, card)
    if former != analysis.finding:
        words = say(
            "Only in the stated case mix; as calibrated, the finding is {name}, {percent}.",
            name=sentence_name(card, former),
            percent=percent(probability),
        )
        return TrustLine(Tone.CAREFUL, words)
    if len(possible) > 1:
        return TrustLine(Tone.CAREFUL, f"{capital(_either(card, possible))}.")
    return None if analysis.certainty is None else TrustLine(Tone.CALM, say("Usual certainty."))


def is_novel(analysis: Analysis) -> bool:
    """Whether the image does not look like any that the model knows."""
    return analysis.novelty is not None and analysis.novelty.novel


def is_low(analysis: Analysis) -> bool:
    """Whether the certainty of the finding is low."""
    return analysis.certainty is not None and analysis.certainty.level is CertaintyLevel.LOW


def warnings_of(analysis: Analysis) -> tuple[str, ...]:
    """Say what must travel with the finding wherever it goes without its details."""
    novel = (say(NOVEL),) if is_novel(analysis) else ()
    survives = filter(None, (survival_warning(analysis),))
    reweighted = () if analysis.prevalence is None else (say(REWEIGHTED),)
    return (*novel, *survives, *reweighted)


def survival_warning(analysis: Analysis) -> str:
    """Warn of a finding that does not need its lesion; empty where it does, or nobody asked."""
    return next((again(one.message) for one in analysis.cautions if one.code == _SURVIVES), "")


def malignant_sentence(analysis: Analysis) -> str:
    """Say the malignant total, and on which side of the chosen threshold it lies."""
    total = percent(analysis.malignant)
    if analysis.decision is None or is_novel(analysis):
        return say("Malignant classes together: {total}", total=total)
    text = _SIDES[analysis.decision.malignant, analysis.prevalence is not None]
    return say(text, total=total)


def case_mix_sentence(analysis: Analysis, card: Card) -> str:
    """Say to which case mix the probabilities are re-weighted; empty where they are not."""
    if analysis.prevalence is None:
        return ""
    parts = ", ".join(
        f"{in_sentence(entry.name)} {share(analysis.prevalence[entry.code])}"
        for entry in card.classes
    )
    return say("Probabilities are re-weighted to a stated case mix: {parts}.", parts=parts)


def _all_possible(card: Card, codes: Sequence[str]) -> str:
    if len(codes) > _MOST_NAMED:
        if any(card.entry(code).malignant for code in codes):
            return say("{count} classes are possible, malignant ones among them", count=len(codes))
        return say("{count} classes are possible, none of them malignant", count=len(codes))
    names = [sentence_name(card, code) for code in codes]
    match names:
        case [first, second]:
            return say("{first} and {second} are both possible", first=first, second=second)
        case [_, _, *_]:
            return say("{names} are all possible", names=all_of(names))
    return say("another class is quite possible")


def _either(card: Card, codes: Sequence[str]) -> str:
    if len(codes) > _MOST_NAMED:
        return _all_possible(card, codes)
    return any_of([sentence_name(card, code) for code in codes])
