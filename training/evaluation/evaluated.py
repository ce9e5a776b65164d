"""Answers, and every figure that is drawn from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.model.precision import LowerPrecision
from core.results import Analysis
from core.trust.rules import TrustRules
from training.believe.figures import Believed
from training.evaluation import bootstrap
from training.evaluation.figures import ClassLike, Figures, measure
from training.evaluation.groups import group_masks
from training.evaluation.metrics import Scored
from training.evaluation.novelty import Gate, measure_gate
from training.evaluation.operating import Operating, operating_points
from training.evaluation.predictor import Predictions
from training.evaluation.probes import Probe
from training.evaluation.subgroups import subgroup_masks
from training.evaluation.trusted import Trusted, measure_trust
from training.similar.measure import SimilarFigures

OF_RUN = "run"  # in place of a version, where no bundle was judged


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the figures come from.

    Parameters
    ----------
    model_sha256 : str
        Hash of the bundle.
    model_name, model_version : str
        As the bundle's card has them.
    labels_sha256 : str
        Hash of the labels file.
    labelled : int
        Rows that the filters kept; more than were measured if a limit was given.
    date : str
        ISO 8601, with the offset from UTC.
    command : str
        What was run.
    version : str
        Of Lentigo.
    limitations : tuple of str
        Sentences of the card on what the model was not tested for.
    thorough : bool
        Whether it looked at each image in eight views, as the window does only when told to.
    """

    model_sha256: str
    model_name: str
    model_version: str
    labels_sha256: str
    labelled: int
    date: str
    command: str
    version: str
    limitations: tuple[str, ...] = ()
    thorough: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Answers, the figures drawn from them, and where they come from.

    ``believed`` is None where explanations were not judged, ``similar`` where no atlas was
    asked, ``compared`` where full precision was.
    """

    classes: tuple[ClassLike, ...]
    predictions: Predictions
    figures: Figures
    subgroups: Mapping[str, Figures | None]
    groups: Mapping[str, Mapping[str, Figures]]
    operating: tuple[Operating, ...]
    provenance: Provenance
    melanoma: str
    trusted: Trusted | None = None
    gate: Gate | None = None
    probes: tuple[Probe, ...] = ()
    believed: Believed | None = None
    similar: SimilarFigures | None = None
    compared: LowerPrecision | None = None


def evaluate(
    predictions: Predictions,
    *,
    classes: Sequence[ClassLike],
    provenance: Provenance,
    melanoma: str = "mel",
    rules: TrustRules | None = None,
    strange: Mapping[str, Sequence[Analysis]] | None = None,
    probes: Sequence[Probe] = (),
    resamples: int = bootstrap.RESAMPLES,
) -> Evaluation:
    """Measure all images, each subgroup and group; a subgroup without images is None.

    Parameters are those of `training.evaluation.figures.measure`, and:

    Parameters
    ----------
    rules : TrustRules, optional
        Of the model's card, to be measured too.
    strange : mapping of str to sequence of Analysis, optional
        What the model said of pictures that show no lesion, by kind.
    probes : sequence of Probe, optional
        How far artefacts moved its answers.
    """
    scored = predictions.scored()

    def figures_of(part: Scored) -> Figures:
        return measure(part, classes=classes, melanoma=melanoma, resamples=resamples)

    subgroups = {
        name: figures_of(scored.subset(mask)) if mask.any() else None
        for name, mask in subgroup_masks(predictions.images).items()
    }
    groups = {
        kind: {name: figures_of(scored.subset(mask)) for name, mask in masks.items()}
        for kind, masks in group_masks(predictions.images).items()
    }
    codes = [entry.code for entry in classes]
    operating = operating_points(
        scored,
        melanoma=codes.index(melanoma) if melanoma in codes else None,
        malignant=[index for index, entry in enumerate(classes) if entry.malignant],
        resamples=resamples,
    )
    trusted, gate = _trust(
        predictions, classes, rules=rules, strange=strange or {}, resamples=resamples
    )
    return Evaluation(
        classes=tuple(classes),
        predictions=predictions,
        figures=figures_of(scored),
        subgroups=subgroups,
        groups=groups,
        operating=operating,
        provenance=provenance,
        melanoma=melanoma,
        trusted=trusted,
        gate=gate,
        probes=tuple(probes),
    )


def _trust(
    predictions: Predictions,
    classes: Sequence[ClassLike],
    *,
    rules: TrustRules | None,
    strange: Mapping[str, Sequence[Analysis]],
    resamples: int,
) -> tuple[Trusted | None, Gate | None]:
    answers = [answer for answer in predictions.answers if isinstance(answer, Analysis)]
    if rules is None or len(answers) != len(predictions.images):
        return None, None
    scored = predictions.scored()
    trusted = measure_trust(answers, scored, rules=rules, classes=classes, resamples=resamples)
    if rules.novelty is None or any(answer.novelty is None for answer in answers):
        return trusted, None
    gate = measure_gate(
        answers,
        scored,
        classes=classes,
        promised=rules.novelty.accepted,
        strange=strange,
        resamples=resamples,
    )
    return trusted, gate
