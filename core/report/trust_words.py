"""How far a finding can be believed, in words: one line first, the details for who asks.

The window, the printed page and the report say the same. What the card has no rule for is not
mentioned; nothing is said that the card's figures do not carry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from core.trust.verdicts import Certainty, CertaintyLevel, Decision, Novelty
from core.wording import in_sentence, joined, percent, share

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis
    from core.trust.rules import CertaintyRule, OperatingPoint

NOVEL: Final = (
    "This does not look like a dermoscopic image of a lesion: do not rely on the finding."
)
REWEIGHTED: Final = "Probabilities are re-weighted to a stated case mix."
_MOST_NAMED: Final = 3
_SENSITIVITY: Final = "sensitivity_"
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


@dataclass(frozen=True, slots=True)
class Detail:
    """One answer to "how sure?".

    Parameters
    ----------
    title, words : str
        What it is about, and what there is to say.
    """

    title: str
    words: str


def trust_line(analysis: Analysis, card: Card) -> TrustLine | None:
    """Say the one most important thing; None where the card has no rules to say it by."""
    if is_novel(analysis):
        return TrustLine(Tone.WARNING, NOVEL)
    possible = _possible(analysis, card)
    if is_low(analysis):
        return TrustLine(Tone.CAREFUL, f"Low certainty: {_all_possible(card, possible)}.")
    former, probability = _as_calibrated(analysis, card)
    if former != analysis.finding:
        words = (
            "Only in the stated case mix; as calibrated, the finding is "
            f"{_name(card, former)}, {percent(probability)}."
        )
        return TrustLine(Tone.CAREFUL, words)
    if len(possible) > 1:
        return TrustLine(Tone.CAREFUL, f"{_capital(_either(card, possible))}.")
    return None if analysis.certainty is None else TrustLine(Tone.CALM, "Usual certainty.")


def is_novel(analysis: Analysis) -> bool:
    """Whether the image does not look like any that the model knows."""
    return analysis.novelty is not None and analysis.novelty.novel


def is_low(analysis: Analysis) -> bool:
    """Whether the certainty of the finding is low."""
    return analysis.certainty is not None and analysis.certainty.level is CertaintyLevel.LOW


def warnings_of(analysis: Analysis) -> tuple[str, ...]:
    """Say what must travel with the finding wherever it goes without its details."""
    novel = (NOVEL,) if is_novel(analysis) else ()
    survives = filter(None, (survival_warning(analysis),))
    reweighted = () if analysis.prevalence is None else (REWEIGHTED,)
    return (*novel, *survives, *reweighted)


def survival_warning(analysis: Analysis) -> str:
    """Warn of a finding that does not need its lesion; empty where it does, or nobody asked."""
    return next((one.message for one in analysis.cautions if one.code == _SURVIVES), "")


def malignant_sentence(analysis: Analysis) -> str:
    """Say the malignant total, and on which side of the chosen threshold it lies."""
    total = f"Malignant classes together: {percent(analysis.malignant)}"
    if analysis.decision is None or is_novel(analysis):
        return total
    side = "over" if analysis.decision.malignant else "under"
    where = "" if analysis.prevalence is None else " before re-weighting"
    return f"{total}, {side} the chosen threshold{where}"


def case_mix_sentence(analysis: Analysis, card: Card) -> str:
    """Say to which case mix the probabilities are re-weighted; empty where they are not."""
    if analysis.prevalence is None:
        return ""
    parts = ", ".join(
        f"{in_sentence(entry.name)} {share(analysis.prevalence[entry.code])}"
        for entry in card.classes
    )
    return f"Probabilities are re-weighted to a stated case mix: {parts}."


def operating_point_name(name: str) -> str:
    """Say an operating point's name as people do."""
    number = name.removeprefix(_SENSITIVITY)
    if name.startswith(_SENSITIVITY) and number.isdigit():
        return f"{number} % sensitivity"
    return _capital(name.replace("_", " "))


def details(analysis: Analysis, card: Card) -> tuple[Detail, ...]:
    """Answer "how sure?" in full, as far as the card has rules."""
    return tuple(_details(analysis, card))


def _details(analysis: Analysis, card: Card) -> Iterator[Detail]:
    if analysis.quality:
        yield Detail("This picture", "\n".join(finding.message for finding in analysis.quality))
    rules = card.trust
    if rules is None:
        return
    if rules.novelty is not None and analysis.novelty is not None:
        yield Detail("Known kind of image", _novelty(analysis.novelty, rules.novelty.accepted))
    if rules.certainty is not None and analysis.certainty is not None:
        highest = _as_calibrated(analysis, card)[1]
        yield Detail("Certainty", _certainty(analysis.certainty, rules.certainty, highest))
    if rules.prediction_sets is not None and analysis.prediction_set is not None:
        yield Detail("Possible classes", _set(analysis, card, rules.prediction_sets.coverage))
    if analysis.decision is not None:
        point = rules.operating_point(analysis.decision.name)
        yield Detail("Counted as malignant", _decision(analysis.decision, point))
    if analysis.prevalence is not None:
        yield Detail("Case mix", _case_mix(analysis, card, analysis.prevalence))


def _certainty(certainty: Certainty, rule: CertaintyRule, highest: float) -> str:
    low = certainty.level is CertaintyLevel.LOW
    words = (
        f"{certainty.level.capitalize()}: {percent(highest)} "
        f"{'lies under' if low else 'reaches'} the threshold of {percent(rule.threshold)}. Of the "
        f"findings that reach it, about {share(rule.error_rate)} were wrong on lesions that the "
        "model had not learned from."
    )
    if certainty.spread is not None:
        words += (
            " Over turned and mirrored views of this picture, the probability varies by "
            f"{100 * certainty.spread:.1f} percentage points (standard deviation)."
        )
    return words


def _set(analysis: Analysis, card: Card, coverage: float) -> str:
    possible = _possible(analysis, card) or (analysis.finding,)
    words = (
        f"{_capital(joined([_name(card, code) for code in possible], last='or'))}. Of the images "
        f"of each class, {share(coverage)} have their class in such a set. That holds only for "
        "images like those it was fitted on."
    )
    everywhere = [_name(card, code) for code in _never_ruled_out(analysis, card)]
    if everywhere:
        words += (
            f" {_capital(joined(everywhere, last='and'))} cannot be ruled out in any picture: "
            "there were too few images of it."
        )
    return words


def _decision(decision: Decision, point: OperatingPoint) -> str:
    answer, side = ("Yes", "reaches") if decision.malignant else ("No", "does not reach")
    return (
        f"{answer}: the calibrated malignant total {side} {percent(point.threshold)}. At this "
        f"operating point ({operating_point_name(point.name)}), {percent(point.sensitivity)} of "
        f"the malignant lesions were recognised (sensitivity) and {percent(point.specificity)} of "
        "the benign ones were passed (specificity)."
    )


def _novelty(novelty: Novelty, accepted: float) -> str:
    answer = "No" if novelty.novel else "Yes"
    return (
        f"{answer}: its strangeness is {novelty.score:z.1f}. Up to {novelty.threshold:z.1f} an "
        f"image counts as known; {share(accepted)} of real lesions lie there."
    )


def _case_mix(analysis: Analysis, card: Card, stated: Mapping[str, float]) -> str:
    fitted = _calibrated(analysis, card)
    lines = (
        f"{card.entry(code).name}: {percent(value)} (as calibrated {percent(fitted[code])}; share "
        f"stated {share(stated[code])})"
        for code, value in sorted(analysis.probabilities.items(), key=lambda pair: -pair[1])
    )
    return "\n".join((REWEIGHTED, *lines))


def _all_possible(card: Card, codes: Sequence[str]) -> str:
    if len(codes) > _MOST_NAMED:
        malignant = any(card.entry(code).malignant for code in codes)
        among = "malignant ones among them" if malignant else "none of them malignant"
        return f"{len(codes)} classes are possible, {among}"
    if len(codes) > 1:
        both = "both" if len(codes) == 2 else "all"
        return f"{joined([_name(card, code) for code in codes], last='and')} are {both} possible"
    return "another class is quite possible"


def _either(card: Card, codes: Sequence[str]) -> str:
    if len(codes) > _MOST_NAMED:
        return _all_possible(card, codes)
    return joined([_name(card, code) for code in codes], last="or")


def _possible(analysis: Analysis, card: Card) -> tuple[str, ...]:
    """Codes of the classes whose place in the set says something about this picture.

    A class with threshold 0 stands in every set, because there were too few images of it, and one
    that the user's case mix excludes is none to consider.
    """
    everywhere = _never_ruled_out(analysis, card)
    return tuple(
        code
        for code in analysis.prediction_set or ()
        if code not in everywhere and analysis.probabilities[code] > 0
    )


def _never_ruled_out(analysis: Analysis, card: Card) -> tuple[str, ...]:
    if card.trust is None or card.trust.prediction_sets is None:
        return ()
    others = (analysis.prediction_set or ())[1:]
    thresholds = card.trust.prediction_sets.thresholds
    return tuple(code for code in others if thresholds[code] == 0)


def _name(card: Card, code: str) -> str:
    return in_sentence(card.entry(code).name)


def _as_calibrated(analysis: Analysis, card: Card) -> tuple[str, float]:
    """Code and probability of the finding before any re-weighting."""
    fitted = _calibrated(analysis, card)
    code = max(fitted, key=lambda one: fitted[one])
    return code, fitted[code]


def _calibrated(analysis: Analysis, card: Card) -> Mapping[str, float]:
    if analysis.prevalence is None:
        return analysis.probabilities
    from core.model.conclusion import calibrated  # numpy, for which no window should wait

    return calibrated(analysis.logits, card)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
