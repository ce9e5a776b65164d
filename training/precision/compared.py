"""Asks a bundle in both precisions, and notes where it says something else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.model.guarded import GuardedClassifier, is_clear, probability_distance
from core.model.preparation import Prepared
from core.results import Analysis


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """One image in both precisions.

    Parameters
    ----------
    exact, quick : Analysis
        In full and in lower precision.
    distance : float
        Of the latter from the nearest threshold of a probability, in log odds.
    moved : float
        How much farther from or nearer to its nearest threshold it is than in full precision, in
        log odds.
    clear : bool
        Whether bulk work would have kept it.
    """

    exact: Analysis
    quick: Analysis
    distance: float
    moved: float
    clear: bool

    @property
    def same_by_probability(self) -> bool:
        """Whether all that follows from probabilities is the same."""
        return _by_probability(self.exact) == _by_probability(self.quick)

    @property
    def same_novelty(self) -> bool:
        """Whether the novelty gate says the same."""
        return _novel(self.exact) == _novel(self.quick)

    @property
    def novelty_distance(self) -> float:
        """How far the novelty score is from its threshold; 0 where there is no gate."""
        novelty = self.quick.novelty
        return 0.0 if novelty is None else abs(novelty.score - novelty.threshold)

    @property
    def equal(self) -> bool:
        """Whether bulk work says the same as full precision."""
        return not self.clear or (self.same_by_probability and self.same_novelty)

    @property
    def difference(self) -> float:
        """Largest difference of a probability in what bulk work says."""
        if not self.clear:
            return 0.0
        ours = self.quick.probabilities
        return max(abs(ours[code] - p) for code, p in self.exact.probabilities.items())


class ComparedClassifier(GuardedClassifier):
    """Answers as bulk work does, and asks in full precision all the same.

    Parameters
    ----------
    guarded : GuardedClassifier
        Whose answers are to be compared.

    Attributes
    ----------
    pairs : list of Pair
        One for each analysis so far.
    """

    def __init__(self, guarded: GuardedClassifier) -> None:
        super().__init__(guarded.bundle, guarded.runtime, quick=guarded.quick, rule=guarded.rule)
        self.pairs: list[Pair] = []

    def answer(self, prepared: Prepared) -> Analysis:
        """Analyse what was prepared in both precisions."""
        quick, exact = self.in_lower_precision(prepared), self.conclude(prepared, self.runtime)
        card = self.bundle.card
        clear = is_clear(quick, card, self.rule.margins)
        distance = probability_distance(quick, card)
        moved = abs(distance - probability_distance(exact, card))
        # Evaluations keep thousands: of these, nobody asks for a map.
        self.pairs.append(Pair(_light(exact), _light(quick), distance, moved, clear))
        return quick if clear else exact


def _light(analysis: Analysis) -> Analysis:
    return replace(analysis, heat_maps=analysis.heat_maps[:, :0, :0].copy())


def _by_probability(analysis: Analysis) -> tuple[object, ...]:
    certainty, decision = analysis.certainty, analysis.decision
    return (
        analysis.finding,
        None if certainty is None else certainty.level,
        None if decision is None else decision.malignant,
        frozenset(analysis.prediction_set or ()),
    )


def _novel(analysis: Analysis) -> bool | None:
    return None if analysis.novelty is None else analysis.novelty.novel
