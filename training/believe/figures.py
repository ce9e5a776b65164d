"""What was measured of explanations: values per image, and figures drawn from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.evaluation import bootstrap
from training.evaluation.figures import Figure
from training.evaluation.rates import mean_among, share_among
from training.evaluation.sklearn_scores import Floats, Indices


class Measured(NamedTuple):
    """One map of one image.

    Parameters
    ----------
    pointing : bool
        See `training.believe.located`.
    energy : float
        Likewise.
    deletion, insertion : float
        See `training.believe.curves`.
    peak : float
        Its strongest evidence, in the method's unit.
    """

    pointing: bool
    energy: float
    deletion: float
    insertion: float
    peak: float


@dataclass(frozen=True, slots=True)
class MethodFigures:
    """One method, or a map that knows nothing of the network.

    Parameters
    ----------
    pointing, energy, deletion, insertion : Figure
        Means over images, each lesion counted once, 0 to 1.
    deletion_gain, insertion_gain : Figure
        How much better than random maps on the same images; positive is better.
    randomised : mapping of str to Figure
        Mean rank correlation with the map of the scrambled network, by stage; empty where it was
        not measured.
    peak : float
        In 99 of 100 images the map nowhere exceeds it, in the method's unit.
    empty : int
        Images without any evidence.
    """

    pointing: Figure
    energy: Figure
    deletion: Figure
    insertion: Figure
    deletion_gain: Figure
    insertion_gain: Figure
    randomised: Mapping[str, Figure]
    peak: float
    empty: int


@dataclass(frozen=True, slots=True)
class HiddenFigures:
    """What hiding the lesion does to the finding.

    Parameters
    ----------
    overlap : Figure
        Intersection over union of what Lentigo takes for the lesion with the mask.
    survives, survives_with_mask : Figure
        Share of findings that survive without their lesion, as Lentigo finds it and by the mask.
    survives_of : mapping of str to (int, Figure)
        The former by finding, with its images.
    kept : Figure
        Mean share of the finding's probability that is left, at most 1.
    without_background : Figure
        Share of findings that stay when only the lesion is seen.
    """

    overlap: Figure
    survives: Figure
    survives_with_mask: Figure
    survives_of: Mapping[str, tuple[int, Figure]]
    kept: Figure
    without_background: Figure


@dataclass(frozen=True, slots=True)
class Believed:
    """How far explanations can be believed.

    Parameters
    ----------
    n, lesions : int
        Images judged, and the lesions they show.
    randomised_n : int
        Images of these on which the network was scrambled.
    area : Figure
        Mean share of the input that lesions cover: what pointing anywhere would hit.
    methods : mapping of str to MethodFigures
        By method, and ``random`` and ``centre``.
    hidden : HiddenFigures
        What hiding does.
    """

    n: int
    lesions: int
    randomised_n: int
    area: Figure
    methods: Mapping[str, MethodFigures]
    hidden: HiddenFigures


def mean_of(values: Sequence[float] | Floats, clusters: Indices, *, resamples: int) -> Figure:
    """Mean of what is a number, each lesion counted once, with its interval."""
    array = np.asarray(values, np.float64)
    return mean_among(array, np.isfinite(array), clusters=clusters, resamples=resamples)


def share_of(
    holds: Sequence[bool] | NDArray[np.bool_], clusters: Indices, *, resamples: int
) -> Figure:
    """Share of images of which something holds, likewise."""
    array = np.asarray(holds, np.bool_)
    every = np.ones(len(array), np.bool_)
    return share_among(array, every, clusters=clusters, resamples=resamples)


def method_figures(
    own: Sequence[Measured],
    by_chance: Sequence[Measured],
    *,
    randomised: Mapping[str, Sequence[float]],
    clusters: Indices,
    resamples: int = bootstrap.RESAMPLES,
) -> MethodFigures:
    """Draw figures from one method's values.

    Parameters
    ----------
    own, by_chance : sequence of Measured
        Of the method and of random maps, for the same images.
    randomised : mapping of str to sequence of float
        Rank correlations by stage, for the first images.
    clusters : ndarray of intp
        Lesion of each image.
    resamples : int
        Of the bootstrap.
    """
    table, chance = np.array(own, np.float64), np.array(by_chance, np.float64)

    def mean(values: Floats) -> Figure:
        return mean_of(values, clusters[: len(values)], resamples=resamples)

    return MethodFigures(
        pointing=share_of([one.pointing for one in own], clusters, resamples=resamples),
        energy=mean(table[:, 1]),
        deletion=mean(table[:, 2]),
        insertion=mean(table[:, 3]),
        deletion_gain=mean(chance[:, 2] - table[:, 2]),
        insertion_gain=mean(table[:, 3] - chance[:, 3]),
        randomised={stage: mean(np.array(values)) for stage, values in randomised.items()},
        peak=float(np.percentile(table[:, 4], 99)),
        empty=int((table[:, 4] <= 0).sum()),
    )
