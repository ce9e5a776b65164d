"""Which classes a finding leaves possible, before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from core.wording import in_sentence

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis


def possible_codes(analysis: Analysis, card: Card) -> tuple[str, ...]:
    """Codes of the classes whose place in the set says something about this picture.

    A class with threshold 0 stands in every set, because there were too few images of it, and one
    that the user's case mix excludes is none to consider.
    """
    everywhere = never_ruled_out(analysis, card)
    return tuple(
        code
        for code in analysis.prediction_set or ()
        if code not in everywhere and analysis.probabilities[code] > 0
    )


def never_ruled_out(analysis: Analysis, card: Card) -> tuple[str, ...]:
    """Codes of the classes that stand in the set of every picture."""
    if card.trust is None or card.trust.prediction_sets is None:
        return ()
    others = (analysis.prediction_set or ())[1:]
    thresholds = card.trust.prediction_sets.thresholds
    return tuple(code for code in others if thresholds[code] == 0)


def sentence_name(card: Card, code: str) -> str:
    """Name a class within a sentence."""
    return in_sentence(card.entry(code).name)


def as_calibrated(analysis: Analysis, card: Card) -> tuple[str, float]:
    """Code and probability of the finding before any re-weighting."""
    fitted = calibrated_now(analysis, card)
    code = max(fitted, key=lambda one: fitted[one])
    return code, fitted[code]


def calibrated_now(analysis: Analysis, card: Card) -> Mapping[str, float]:
    """Probabilities before any re-weighting."""
    if analysis.prevalence is None:
        return analysis.probabilities
    from core.model.conclusion import calibrated  # numpy, for which no window should wait

    return calibrated(analysis.logits, card)
