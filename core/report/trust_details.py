"""How far a finding can be believed, in full: what stands behind the one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.language import again, marked, number, say
from core.report.possible import (
    as_calibrated,
    calibrated_now,
    never_ruled_out,
    possible_codes,
    sentence_name,
)
from core.report.trust_words import REWEIGHTED
from core.trust.verdicts import Certainty, CertaintyLevel, Decision, Novelty
from core.wording import all_of, any_of, capital, per_hundred, percent, share

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis
    from core.trust.rules import CertaintyRule, OperatingPoint

_LOW: Final = marked(
    "Low: {highest} lies under the threshold of {threshold}. Of the findings that reach it, about "
    "{wrong} were wrong on lesions that the model had not learned from."
)
_USUAL: Final = marked(
    "Usual: {highest} reaches the threshold of {threshold}. Of the findings that reach it, about "
    "{wrong} were wrong on lesions that the model had not learned from."
)
_MALIGNANT: Final = marked(
    "Yes: the calibrated malignant total reaches {threshold}. At this operating point ({name}), "
    "{sensitivity} of the malignant lesions were recognised (sensitivity) and {specificity} of the "
    "benign ones were passed (specificity)."
)
_NOT_MALIGNANT: Final = marked(
    "No: the calibrated malignant total does not reach {threshold}. At this operating point "
    "({name}), {sensitivity} of the malignant lesions were recognised (sensitivity) and "
    "{specificity} of the benign ones were passed (specificity)."
)
_FAMILIAR: Final = marked(
    "Yes: its strangeness is {score}. Up to {threshold} an image counts as known; {share} of real "
    "lesions lie there."
)
_STRANGE: Final = marked(
    "No: its strangeness is {score}. Up to {threshold} an image counts as known; {share} of real "
    "lesions lie there."
)
_SENSITIVITY: Final = "sensitivity_"


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


def details(analysis: Analysis, card: Card) -> tuple[Detail, ...]:
    """Answer "how sure?" in full, as far as the card has rules."""
    return tuple(_details(analysis, card))


def _details(analysis: Analysis, card: Card) -> Iterator[Detail]:
    if analysis.quality:
        yield Detail(
            say("This picture"), "\n".join(again(finding.message) for finding in analysis.quality)
        )
    rules = card.trust
    if rules is None:
        return
    if rules.novelty is not None and analysis.novelty is not None:
        yield Detail(say("Known kind of image"), _novelty(analysis.novelty, rules.novelty.accepted))
    if rules.certainty is not None and analysis.certainty is not None:
        highest = as_calibrated(analysis, card)[1]
        yield Detail(say("Certainty"), _certainty(analysis.certainty, rules.certainty, highest))
    if rules.prediction_sets is not None and analysis.prediction_set is not None:
        yield Detail(say("Possible classes"), _set(analysis, card, rules.prediction_sets.coverage))
    if analysis.decision is not None:
        point = rules.operating_point(analysis.decision.name)
        yield Detail(say("Counted as malignant"), _decision(analysis.decision, point))
    if analysis.prevalence is not None:
        yield Detail(say("Case mix"), _case_mix(analysis, card, analysis.prevalence))


def _certainty(certainty: Certainty, rule: CertaintyRule, highest: float) -> str:
    text = _LOW if certainty.level is CertaintyLevel.LOW else _USUAL
    words = say(
        text,
        highest=percent(highest),
        threshold=percent(rule.threshold),
        wrong=share(rule.error_rate),
    )
    if certainty.spread is None:
        return words
    return say(
        "{words} Over turned and mirrored views of this picture, the probability varies by "
        "{points:.1f} percentage points (standard deviation).",
        words=words,
        points=100 * certainty.spread,
    )


def _set(analysis: Analysis, card: Card, coverage: float) -> str:
    possible = possible_codes(analysis, card) or (analysis.finding,)
    words = say(
        "{classes}. Of the images of each class, {share} have their class in such a set. That "
        "holds only for images like those it was fitted on.",
        classes=capital(any_of([sentence_name(card, code) for code in possible])),
        share=share(coverage),
    )
    everywhere = [sentence_name(card, code) for code in never_ruled_out(analysis, card)]
    if not everywhere:
        return words
    return say(
        "{words} {classes} cannot be ruled out in any picture: there were too few images of it.",
        words=words,
        classes=capital(all_of(everywhere)),
    )


def _decision(decision: Decision, point: OperatingPoint) -> str:
    return say(
        _MALIGNANT if decision.malignant else _NOT_MALIGNANT,
        threshold=percent(point.threshold),
        name=operating_point_name(point.name),
        sensitivity=percent(point.sensitivity),
        specificity=percent(point.specificity),
    )


def _novelty(novelty: Novelty, accepted: float) -> str:
    return say(
        _STRANGE if novelty.novel else _FAMILIAR,
        score=number(novelty.score, "z.1f"),
        threshold=number(novelty.threshold, "z.1f"),
        share=share(accepted),
    )


def _case_mix(analysis: Analysis, card: Card, stated: Mapping[str, float]) -> str:
    fitted = calibrated_now(analysis, card)
    lines = (
        say(
            "{name}: {percent} (as calibrated {calibrated}; share stated {stated})",
            name=card.entry(code).shown_name,
            percent=percent(value),
            calibrated=percent(fitted[code]),
            stated=share(stated[code]),
        )
        for code, value in sorted(analysis.probabilities.items(), key=lambda pair: -pair[1])
    )
    return "\n".join((say(REWEIGHTED), *lines))


def operating_point_name(name: str) -> str:
    """Say an operating point's name as people do."""
    figure = name.removeprefix(_SENSITIVITY)
    if name.startswith(_SENSITIVITY) and figure.isdigit():
        return say("{percent} sensitivity", percent=per_hundred(figure))
    return capital(again(name.replace("_", " ")))
