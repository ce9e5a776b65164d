"""An evaluation for programs: ``report.json``."""

from __future__ import annotations

from collections.abc import Mapping

from training.believe.report import explanations_json
from training.evaluation import bootstrap
from training.evaluation.evaluated import Evaluation
from training.evaluation.evidence import count_evidence
from training.evaluation.figures import ClassFigures, Figure, Figures
from training.evaluation.operating import Operating
from training.evaluation.probe_report import probes_json
from training.evaluation.trust_report import novelty_json, trust_json
from training.precision.check import SECTION
from training.similar.report import similar_json

Json = Mapping[str, object]


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
        "thorough": source.thorough,
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
