"""Judging explanations on a drawn sample: every method, on every image, by every measure."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.engine import EngineRequest, open_classifier
from core.engine.explainer import Explainer
from core.explain.hidden import Hidden, look_hidden
from core.explain.methods import Method
from core.images import map_back
from core.images.placement import covering
from core.model import Classifier, DeviceRequest
from training.believe.baselines import centre_map, random_map
from training.believe.curves import deletion_and_insertion
from training.believe.figures import (
    Believed,
    HiddenFigures,
    Measured,
    mean_of,
    method_figures,
    share_of,
)
from training.believe.located import energy_inside, pointing_game
from training.believe.randomised import STAGES, likeness, scrambled
from training.believe.subjects import Subject, drawn_subjects, read_subjects
from training.evaluation import bootstrap
from training.evaluation.figures import Figure
from training.evaluation.rates import share_among
from training.evaluation.sklearn_scores import Indices
from training.labels import LabelledImage

RANDOM: Final = "random"
CENTRE: Final = "centre"
EXPLAINED: Final = 100
"""Images, unless told otherwise: all methods together take half a minute or more for each."""

_RANDOMISED: Final = 10
"""Images on which the network is scrambled, at most: three more networks are asked."""
_ONE_IN: Final = 8

Heat = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sample:
    """What is judged, and how far.

    Parameters
    ----------
    masks : Path
        Folder of the lesions' masks.
    methods : tuple of Method
        Which methods.
    count : int
        Images, at most.
    """

    masks: Path
    methods: tuple[Method, ...]
    count: int

    @property
    def randomised(self) -> int:
        """Images on which the network is scrambled: one in eight, at most 10."""
        return min(_RANDOMISED, math.ceil(self.count / _ONE_IN))


def measure_explanations(
    classifier: Classifier,
    images: Sequence[LabelledImage],
    sample: Sample,
    *,
    progress: Callable[[int], None],
    resamples: int = bootstrap.RESAMPLES,
) -> Believed:
    """Judge explanations of the findings.

    Parameters
    ----------
    classifier : Classifier
        Whose findings.
    images : sequence of LabelledImage
        Of which the sample is drawn.
    sample : Sample
        What is judged.
    progress : callable
        Told how many images are done.
    resamples : int
        Of the bootstrap.

    Raises
    ------
    DatasetError
        If no image has a mask that can be read.
    GradientsUnavailable
        If a method needs gradients and nothing here computes them.
    InferenceError
        If the runtime fails.
    """
    explainer = Explainer(classifier)
    for method in sample.methods:
        explainer.require(method)
    chosen = drawn_subjects(images, sample.masks, count=sample.count)
    scramblings = {stage: _scrambled(classifier, stage) for stage in STAGES}
    values: dict[str, list[Measured]] = defaultdict(list)
    likenesses: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    judged: list[_Judged] = []
    for number, subject in enumerate(read_subjects(chosen, explainer)):
        heats = _heats(explainer, subject, sample.methods)
        for name, heat in (heats | _baselines(subject, seed=number)).items():
            values[name].append(_measure(explainer, subject, heat))
        if number < sample.randomised:
            for stage, other in scramblings.items():
                for name, heat in _heats(other, subject, sample.methods).items():
                    likenesses[name][stage].append(likeness(heats[name], heat))
        judged.append(_hide(explainer, subject))
        progress(number + 1)
    randomised = min(sample.randomised, len(judged))
    return _believed(
        values, likenesses, judged, explainer=explainer, resamples=resamples, randomised=randomised
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    subject: Subject
    hidden: Hidden
    by_mask: Hidden


def _scrambled(classifier: Classifier, stage: str) -> Explainer:
    engine = EngineRequest(str(classifier.runtime.engine))
    device = DeviceRequest(str(classifier.runtime.choice.device))
    other = open_classifier(scrambled(classifier.bundle, stage), device=device, engine=engine)
    return Explainer(other)


def _heats(explainer: Explainer, subject: Subject, methods: Sequence[Method]) -> dict[str, Heat]:
    """Explain by every method: grids as they are, but padding counts as no evidence."""
    return {
        str(method): np.nan_to_num(
            explainer.explain(subject.prepared, method=method, target=subject.target).values
        )
        for method in methods
    }


def _baselines(subject: Subject, *, seed: int) -> dict[str, Heat]:
    shape = subject.mask.shape
    height, width = shape
    return {RANDOM: random_map((height, width), seed=seed), CENTRE: centre_map((height, width))}


def _measure(explainer: Explainer, subject: Subject, grid: Heat) -> Measured:
    heat = map_back(grid, covering(*subject.mask.shape))

    def answer(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
        return explainer.probabilities(pixels)[:, subject.target.index]

    deletion, insertion = deletion_and_insertion(subject.view, heat, answer)
    return Measured(
        pointing=pointing_game(heat, subject.mask),
        energy=energy_inside(heat, subject.mask),
        deletion=deletion,
        insertion=insertion,
        peak=float(grid.max()),
    )


def _hide(explainer: Explainer, subject: Subject) -> _Judged:
    view, answer = subject.view, explainer.probabilities
    by_mask = look_hidden(view, answer, region=subject.mask)
    return _Judged(subject, look_hidden(view, answer), by_mask)


def _believed(
    values: Mapping[str, Sequence[Measured]],
    likenesses: Mapping[str, Mapping[str, Sequence[float]]],
    judged: Sequence[_Judged],
    *,
    explainer: Explainer,
    resamples: int,
    randomised: int,
) -> Believed:
    clusters = _clusters([one.subject.image for one in judged])
    return Believed(
        n=len(judged),
        lesions=int(clusters.max()) + 1,
        randomised_n=randomised,
        area=mean_of([one.subject.mask.mean() for one in judged], clusters, resamples=resamples),
        methods={
            name: method_figures(
                own,
                values[RANDOM],
                randomised=likenesses.get(name, {}),
                clusters=clusters,
                resamples=resamples,
            )
            for name, own in values.items()
        },
        hidden=_hidden(judged, clusters, explainer.card.codes, resamples=resamples),
    )


def _clusters(images: Sequence[LabelledImage]) -> Indices:
    """Lesion of each image, 0 to m - 1; one that is not known is a lesion of its own."""
    names = [(image.lesion_id, image.lesion_id or image.image_id) for image in images]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], dtype=np.intp)


def _hidden(
    judged: Sequence[_Judged], clusters: Indices, codes: Sequence[str], *, resamples: int
) -> HiddenFigures:
    survives = np.array([one.hidden.survives_without_lesion for one in judged], np.bool_)
    findings = np.array([one.hidden.finding for one in judged])

    def mean(found: Sequence[float]) -> Figure:
        return mean_of(found, clusters, resamples=resamples)

    def share(found: Sequence[bool] | NDArray[np.bool_]) -> Figure:
        return share_of(found, clusters, resamples=resamples)

    return HiddenFigures(
        overlap=mean([_overlap(one.hidden.region, one.subject.mask) for one in judged]),
        survives=share(survives),
        survives_with_mask=share([one.by_mask.survives_without_lesion for one in judged]),
        survives_of={
            code: (
                int((findings == index).sum()),
                share_among(survives, findings == index, clusters=clusters, resamples=resamples),
            )
            for index, code in enumerate(codes)
            if (findings == index).any()
        },
        kept=mean([min(1.0, one.hidden.kept) for one in judged]),
        without_background=share(
            [bool(one.hidden.without_background.argmax() == one.hidden.finding) for one in judged]
        ),
    )


def _overlap(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    return float((one & other).sum() / (one | other).sum())
