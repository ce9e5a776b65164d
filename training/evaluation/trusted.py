"""Whether the rules of trust on a bundle's card hold for images that did not fit them.

A rule that was fitted on validation lesions promises something: how often a finding of usual
certainty is wrong, how often a prediction set holds the diagnosis, what an operating point finds.
Here each promise is measured on the images at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.model.conclusion import softmax
from core.results import Analysis
from core.trust.rules import OperatingPoint, TrustRules
from core.trust.verdicts import CertaintyLevel
from training.evaluation.figures import ClassLike, Figure, measure
from training.evaluation.metrics import Scored
from training.evaluation.rates import mean_among, share_among
from training.evaluation.sklearn_scores import Indices

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure, and of how many images."""

    n: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Sets:
    """What prediction sets are worth.

    Parameters
    ----------
    promised : float
        Share of each class whose set is to hold the diagnosis, 0 to 1.
    coverage : Figure
        Share of all images whose set holds it.
    per_class : mapping of str to Counted
        The same for the images of each diagnosis.
    size : Figure
        Mean number of classes in a set.
    single : Figure
        Share of sets with one class.
    """

    promised: float
    coverage: Figure
    per_class: Mapping[str, Counted]
    size: Figure
    single: Figure


@dataclass(frozen=True, slots=True)
class Kept:
    """What an operating point finds and spares, with the threshold that its card has."""

    point: OperatingPoint
    sensitivity: Figure
    specificity: Figure


@dataclass(frozen=True, slots=True)
class Trusted:
    """The rules of a card, measured.

    Parameters
    ----------
    ece, brier : Figure
        Of the probabilities before calibration.
    certainty : mapping of str to Counted
        By level: share of findings that are wrong; empty without a rule. The same for the next two.
    sets : Sets, optional
        What prediction sets are worth.
    points : tuple of Kept
        Each operating point.
    """

    ece: Figure
    brier: Figure
    certainty: Mapping[str, Counted]
    sets: Sets | None
    points: tuple[Kept, ...]


def measure_trust(
    answers: Sequence[Analysis],
    scored: Scored,
    *,
    rules: TrustRules,
    classes: Sequence[ClassLike],
    resamples: int,
) -> Trusted:
    """Measure every rule of a card.

    Parameters
    ----------
    answers : sequence of Analysis
        In the order of `scored`, with the interpretation that the card's rules were fitted for.
    scored : Scored
        Probabilities beside the truth.
    rules : TrustRules
        Of the card.
    classes : sequence of ClassLike
        The model's.
    resamples : int
        Of the bootstrap.
    """
    raw = np.stack([softmax(answer.logits) for answer in answers])
    before = measure(
        Scored(raw, scored.truth, scored.lesions), classes=classes, resamples=resamples
    ).headline
    members = _members([answer.prediction_set for answer in answers], classes)
    return Trusted(
        ece=before["ece"],
        brier=before["brier"],
        certainty=_certainty(answers, scored, resamples),
        sets=_sets(members, scored, classes, rules=rules, resamples=resamples),
        points=_points(scored, rules, classes, resamples),
    )


def _certainty(answers: Sequence[Analysis], scored: Scored, resamples: int) -> dict[str, Counted]:
    levels = [answer.certainty and answer.certainty.level for answer in answers]
    wrong = scored.finding != scored.truth
    found = {}
    for level in CertaintyLevel:
        among = np.array([one is level for one in levels])
        if among.any():
            figure = share_among(wrong, among, clusters=scored.clusters, resamples=resamples)
            found[str(level)] = Counted(int(among.sum()), figure)
    return found


def _members(
    sets: Sequence[tuple[str, ...] | None], classes: Sequence[ClassLike]
) -> NDArray[np.bool_]:
    """Whether each class stands in each image's set, (n, classes)."""
    return np.array([[entry.code in (one or ()) for entry in classes] for one in sets])


def _sets(
    members: Mask,
    scored: Scored,
    classes: Sequence[ClassLike],
    *,
    rules: TrustRules,
    resamples: int,
) -> Sets | None:
    if rules.prediction_sets is None:
        return None
    every = np.ones(len(members), np.bool_)
    held = members[np.arange(len(members)), scored.truth]
    sizes = members.sum(axis=1)

    def share(values: Mask, among: Mask) -> Figure:
        return share_among(values, among, clusters=scored.clusters, resamples=resamples)

    per_class = {
        entry.code: Counted(int(among.sum()), share(held, among))
        for index, entry in enumerate(classes)
        if (among := scored.truth == index).any()
    }
    return Sets(
        promised=rules.prediction_sets.coverage,
        coverage=share(held, every),
        per_class=per_class,
        size=mean_among(
            sizes.astype(np.float64), every, clusters=scored.clusters, resamples=resamples
        ),
        single=share(sizes == 1, every),
    )


def _points(
    scored: Scored, rules: TrustRules, classes: Sequence[ClassLike], resamples: int
) -> tuple[Kept, ...]:
    columns: Indices = np.flatnonzero([entry.malignant for entry in classes])
    total = scored.probabilities[:, columns].sum(axis=1)
    malignant = np.isin(scored.truth, columns)

    def share(values: Mask, among: Mask) -> Figure:
        return share_among(values, among, clusters=scored.clusters, resamples=resamples)

    return tuple(
        Kept(
            point,
            sensitivity=share(total >= point.threshold, malignant),
            specificity=share(total < point.threshold, ~malignant),
        )
        for point in rules.operating_points
    )
