"""A run with its report, as it is compared."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.errors import RunError
from training.evaluation.evaluated import OF_RUN
from training.evaluation.metrics import Scored
from training.experiment import BUNDLE

REPORT = "report"


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A run and what was measured of it.

    Parameters
    ----------
    name : str
        Of the experiment, or of the model with its version.
    report : mapping
        Content of ``report.json``.
    images : tuple of str
        Ids of the images measured, sorted.
    scored : Scored
        Answers in that order.
    about : mapping of str to str
        What the run's own record says: architecture, weights, trained part, size, epochs, seconds
        of an epoch; empty for a bundle.
    """

    name: str
    report: Mapping[str, Any]
    images: tuple[str, ...]
    scored: Scored
    about: Mapping[str, str]


def read_judged(place: Path) -> Judged:
    """Read a run's folder with its report inside, or a report's folder.

    Raises
    ------
    RunError
        If there is no report, or it is not whole.
    """
    folder = place / REPORT if (place / REPORT / "report.json").is_file() else place
    try:
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        with (folder / "predictions.csv").open(newline="", encoding="utf-8") as file:
            rows = sorted(csv.DictReader(file), key=lambda row: row["image_id"])
        codes = list(report["per_class"])
        scored = _scored(rows, codes)
        name = _name(report)
    except FileNotFoundError as error:
        raise RunError(
            f"{place} holds no report: run `python -m training evaluate --run {place} --data DATA "
            f"--out {place / REPORT}` first.",
            value=place,
        ) from error
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise RunError(f"{folder} holds no whole report: {error}.", value=folder) from error
    images = tuple(row["image_id"] for row in rows)
    return Judged(name, report, images, scored, _about(place))


def _name(report: Mapping[str, Any]) -> str:
    model = report["model"]
    # Two models may bear one name.
    version = "" if model["version"] == OF_RUN else f" {model['version']}"
    return f"{model['name']}{version}{', thorough' if report.get('thorough') else ''}"


def _scored(rows: Sequence[Mapping[str, str]], codes: Sequence[str]) -> Scored:
    shares = np.array([[float(row[f"p_{code}"]) for code in codes] for row in rows])
    truth = np.array([codes.index(row["dx"]) for row in rows], dtype=np.intp)
    lesions = [row["lesion_id"] or row["image_id"] for row in rows]
    _, numbers = np.unique(lesions, return_inverse=True)
    return Scored(shares, truth, numbers.astype(np.intp))


def _about(run: Path) -> dict[str, str]:
    config, history = run / "config.json", run / "history.csv"
    if not config.is_file():
        return {}
    experiment = json.loads(config.read_text(encoding="utf-8"))["experiment"]
    return _described(experiment) | (_timed(history) if history.is_file() else {})


def _described(experiment: Mapping[str, Any]) -> dict[str, str]:
    if "teacher" in experiment:
        height, width = experiment["stages"][-1]["size"]
        second = " and the model that it starts as" if experiment.get("ensemble") else ""
        return {
            "architecture": "vgg16",
            "weights": f"taught by {experiment['teacher']['name']}{second}",
            "trained": "all",
            "size": f"{height} x {width}",
        }
    height, width = experiment["size"]
    blocks = experiment["trained_blocks"]
    weights = experiment["weights"]
    return {
        "architecture": experiment["architecture"],
        "weights": _start(weights),
        "trained": "all" if blocks is None else "head" if blocks == 0 else f"last {blocks} blocks",
        "size": f"{height} x {width}",
    }


def _start(weights: str | None) -> str:
    if weights is None:
        return "none"
    return "another model's" if weights == BUNDLE else "imagenet"


def _timed(history: Path) -> dict[str, str]:
    with history.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    seconds = [float(row["seconds"]) for row in rows if row.get("seconds")]
    told = {"epochs": str(len(rows))}
    return told | ({"seconds": f"{np.median(seconds):.0f}"} if seconds else {})
