"""The evaluation as files, for programs, for people, and for whoever doubts a figure.

``report.json`` is read by programs, ``report.html`` by people; ``predictions.csv`` has every
single answer, so that each figure can be computed again by other means.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.model.precision import LowerPrecision
from core.results import Analysis
from core.trust.rules import TrustRules
from training.believe.figures import Believed
from training.believe.report import explanations_json
from training.evaluation import bootstrap
from training.evaluation.evidence import count_evidence
from training.evaluation.figures import ClassFigures, ClassLike, Figure, Figures, measure
from training.evaluation.groups import group_masks
from training.evaluation.metrics import Scored
from training.evaluation.novelty import Gate, measure_gate
from training.evaluation.operating import Operating, operating_points
from training.evaluation.predictor import Predictions
from training.evaluation.probe_report import probes_json
from training.evaluation.probes import Probe
from training.evaluation.subgroups import subgroup_masks
from training.evaluation.trust_report import novelty_json, trust_json
from training.evaluation.trusted import Trusted, measure_trust
from training.pages.files import prepare_folder, write_text
from training.precision.check import SECTION
from training.similar.measure import SimilarFigures
from training.similar.report import similar_json

Json = Mapping[str, object]


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


def document(evaluation: Evaluation) -> Json:
    """Return the report for programs, as ``docs/schemas/report.schema.json`` describes it."""
    source = evaluation.provenance
    return {
        **_figures(evaluation.figures),
        "model_sha256": source.model_sha256,
        **_intervals(evaluation.figures),
        "lesions": evaluation.figures.lesions,
        "bootstrap": {
            "resamples": evaluation.figures.resamples,
            "seed": bootstrap.SEED,
            "unit": "image" if evaluation.figures.lesions is None else "lesion",
        },
        "subgroups": {
            name: figures and {**_figures(figures), **_intervals(figures)}
            for name, figures in evaluation.subgroups.items()
        },
        "groups": {
            kind: {name: _headline(figures) for name, figures in groups.items()}
            for kind, groups in evaluation.groups.items()
        },
        "operating_points": [_operating(point) for point in evaluation.operating],
        "trust": evaluation.trusted and trust_json(evaluation.trusted),
        "novelty": evaluation.gate and novelty_json(evaluation.gate),
        "probes": probes_json(evaluation.probes),
        "evidence": count_evidence(evaluation.predictions).model_dump(mode="json"),
        "explanations": evaluation.believed and explanations_json(evaluation.believed),
        "similar": evaluation.similar and similar_json(evaluation.similar),
        SECTION: evaluation.compared and evaluation.compared.model_dump(mode="json"),
        "labelled": source.labelled,
        "failed": [
            {"image_id": failure.image_id, "kind": failure.kind, "message": failure.message}
            for failure in evaluation.predictions.failed
        ],
        "model": {"name": source.model_name, "version": source.model_version},
        "labels_sha256": source.labels_sha256,
        "date": source.date,
        "command": source.command,
        "lentigo": source.version,
    }


def _figures(figures: Figures) -> dict[str, object]:
    values: dict[str, object] = {name: figure.value for name, figure in figures.headline.items()}
    balanced = figures.headline["balanced_accuracy"]
    return {
        "n": figures.n,
        **values,
        "balanced_accuracy": {
            "value": balanced.value,
            "low": balanced.low,
            "high": balanced.high,
        },
        "per_class": {code: _class(entry) for code, entry in figures.per_class.items()},
        "confusion": {"labels": list(figures.per_class), "matrix": figures.confusion.tolist()},
    }


def _headline(figures: Figures) -> dict[str, object]:
    values = {name: figure.value for name, figure in figures.headline.items()}
    return {"n": figures.n, "lesions": figures.lesions, **values, **_intervals(figures)}


def _operating(point: Operating) -> dict[str, object]:
    return {
        "sought": point.sought,
        "sensitivity": point.sensitivity,
        "threshold": point.threshold,
        "threshold_from": "these images",
        "specificity": point.specificity.value,
        "interval": _pair(point.specificity),
    }


def _class(entry: ClassFigures) -> dict[str, object]:
    return {
        "n": entry.n,
        "precision": entry.precision.value,
        "recall": entry.recall.value,
        "f1": entry.f1.value,
        "auc": entry.auc.value,
        "lesions": entry.lesions,
        "intervals": {
            "precision": _pair(entry.precision),
            "recall": _pair(entry.recall),
            "f1": _pair(entry.f1),
            "auc": _pair(entry.auc),
        },
    }


def _intervals(figures: Figures) -> dict[str, object]:
    return {"intervals": {name: _pair(figure) for name, figure in figures.headline.items()}}


def _pair(figure: Figure) -> list[float | None] | None:
    return None if figure.low is None else [figure.low, figure.high]


def predictions_csv(evaluation: Evaluation) -> str:
    """One line per answered image: who it is, what was found, and every probability."""
    predictions = evaluation.predictions
    columns = [f"p_{code}" for code in predictions.codes]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["image_id", "lesion_id", "dx", "finding", "correct", *columns])
    findings = predictions.scored().finding
    for image, index, row in zip(
        predictions.images, findings, predictions.probabilities, strict=True
    ):
        finding = predictions.codes[index]
        known = [image.image_id, image.lesion_id or "", image.code, finding]
        values = [f"{value:.6g}" for value in row]
        writer.writerow([*known, int(finding == image.code), *values])
    return text.getvalue()


def write_report(evaluation: Evaluation, *, folder: Path, page: str) -> None:
    """Write the three files into `folder`, ``report.json`` last: where it is, all is.

    Parameters
    ----------
    evaluation : Evaluation
        What to report.
    folder : Path
        Made if absent; files of an earlier report in it are replaced.
    page : str
        The HTML.

    Raises
    ------
    ReportNotWritten
        If the folder cannot be written.
    """
    prepare_folder(folder)
    write_text(folder / "predictions.csv", predictions_csv(evaluation))
    write_text(folder / "report.html", page)
    text = json.dumps(document(evaluation), indent=2, ensure_ascii=False, allow_nan=False)
    write_text(folder / "report.json", text + "\n")
