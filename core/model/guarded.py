"""Bulk work in lower precision, and in full precision wherever that could say otherwise."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from core.model.classifier import Classifier
from core.model.conclusion import calibrated, malignant_total

if TYPE_CHECKING:
    from core.model.bundle import Bundle
    from core.model.card import Card
    from core.model.precision import LowerPrecision, Margins
    from core.model.preparation import Prepared
    from core.model.runtime import Runtime
    from core.results import Analysis

_SMALLEST = 1e-12


class GuardedClassifier(Classifier):
    """A bundle on two runtimes: a quick one, and an exact one for what is near a threshold.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    runtime : Runtime
        Executes its network in full precision.
    quick : Runtime
        Executes it in lower precision.
    rule : LowerPrecision
        Of the bundle's card: what counts as near.
    """

    def __init__(
        self, bundle: Bundle, runtime: Runtime, *, quick: Runtime, rule: LowerPrecision
    ) -> None:
        super().__init__(bundle, runtime)
        self.quick = quick
        self.rule = rule

    def answer(self, prepared: Prepared) -> Analysis:
        """Analyse what was prepared; the analysis says in what precision."""
        quick = self.in_lower_precision(prepared)
        if is_clear(quick, self.bundle.card, self.rule.margins):
            return quick
        exact = self.conclude(prepared, self.runtime)
        return replace(exact, milliseconds=exact.milliseconds + quick.milliseconds)

    def in_lower_precision(self, prepared: Prepared) -> Analysis:
        """Analyse without looking how near to a threshold the answer is."""
        return replace(self.conclude(prepared, self.quick), precision=self.rule.precision)


def is_clear(analysis: Analysis, card: Card, margins: Margins) -> bool:
    """Whether an answer is so far from all thresholds that full precision says the same."""
    novelty = analysis.novelty
    if novelty is not None and abs(novelty.score - novelty.threshold) <= margins.novelty:
        return False
    return probability_distance(analysis, card) > margins.probability


def probability_distance(analysis: Analysis, card: Card) -> float:
    """Say how far the nearest threshold is from what was found, in log odds."""
    return min(_distances(analysis, card))


def _distances(analysis: Analysis, card: Card) -> Iterator[float]:
    first, second = sorted(analysis.probabilities.values())[:-3:-1]
    yield math.log(max(first, _SMALLEST) / max(second, _SMALLEST))
    if card.trust is None:
        return
    # Thresholds belong to the probabilities as calibrated, whatever case mix is stated.
    fitted = calibrated(analysis.logits, card)
    if card.trust.certainty is not None:
        yield _apart(max(fitted.values()), card.trust.certainty.threshold)
    if card.trust.prediction_sets is not None:
        for code, threshold in card.trust.prediction_sets.thresholds.items():
            yield _apart(fitted[code], threshold)
    if analysis.decision is not None:
        point = card.trust.operating_point(analysis.decision.name)
        yield _apart(malignant_total(fitted, card), point.threshold)


def _apart(probability: float, threshold: float) -> float:
    return abs(_log_odds(probability) - _log_odds(threshold))


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, _SMALLEST), 1 - _SMALLEST)
    return math.log(bounded / (1 - bounded))
