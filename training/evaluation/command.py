"""``python -m training evaluate``: a bundle, labelled images, and a report of what it is worth."""

from __future__ import annotations

import argparse
import hashlib
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import numpy as np

from core.engine import EngineRequest, open_classifier
from core.errors import LentigoError
from core.model import Bundle, DeviceRequest
from training.evaluation.bootstrap import SEED
from training.evaluation.figures import ClassLike
from training.evaluation.page import render
from training.evaluation.predictor import Predictor, predict
from training.evaluation.report import Evaluation, Provenance, evaluate, write_report
from training.evaluation.words import both_words
from training.labels import Columns, LabelledImage, read_labels
from training.pages.files import prepare_folder
from training.pages.progress import Progress
from training.pages.text import plural


@dataclass(frozen=True, slots=True)
class Model:
    """A model that answers, and what its card says of it."""

    predictor: Predictor
    classes: tuple[ClassLike, ...]
    name: str
    version: str
    sha256: str
    limitations: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``evaluate``."""
    add = parser.add_argument
    add("--bundle", type=Path, required=True, metavar="DIR", help="the model bundle to judge")
    add("--images", type=Path, required=True, metavar="DIR", help="folder of the images")
    add("--labels", type=Path, required=True, metavar="CSV", help="who is who: image_id, dx")
    add("--out", type=Path, required=True, metavar="DIR", help="folder for the report")
    add("--image-column", default=Columns().image, metavar="NAME", help="default: %(default)s")
    add("--label-column", default=Columns().label, metavar="NAME", help="default: %(default)s")
    add("--lesion-column", default=Columns().lesion, metavar="NAME", help="default: %(default)s")
    add(
        "--where",
        type=_condition,
        action="append",
        default=[],
        metavar="COLUMN=VALUE",
        help="only rows with this value; may be repeated (same column: any of the values)",
    )
    add("--melanoma-class", default="mel", metavar="CODE", help="default: %(default)s")
    add("--limit", type=_positive, metavar="N", help="only N images, drawn at random")
    add("--device", choices=("auto", "cpu", "gpu"), default="auto", help="default: %(default)s")
    add(
        "--engine",
        choices=[str(request) for request in EngineRequest],
        default=str(EngineRequest.AUTO),
        help="which runtime; default: %(default)s",
    )


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, write the report, say where it is.

    Returns
    -------
    int
        0; 1 if some images gave no answer; 2 after a named error, told on stderr.
    """
    try:
        prepare_folder(arguments.out)
        model = open_model(arguments.bundle, device=arguments.device, engine=arguments.engine)
        evaluation = evaluate_model(model, arguments)
        write_report(evaluation, folder=arguments.out, page=render(evaluation))
    except LentigoError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    sys.stdout.write(f"{_summary(evaluation, arguments.out)}\n")
    return 1 if evaluation.predictions.failed else 0


def open_model(folder: Path, *, device: str, engine: str) -> Model:
    """Load the bundle in `folder`; `device` and `engine` as the options have them.

    Raises
    ------
    LentigoError
        If the bundle, the device or the runtime cannot be used.
    """
    bundle = Bundle.load(folder)
    card = bundle.card
    classifier = open_classifier(bundle, device=DeviceRequest(device), engine=EngineRequest(engine))
    return Model(
        predictor=classifier,
        classes=card.classes,
        name=card.name,
        version=card.version,
        sha256=bundle.sha256,
        limitations=card.limits,
    )


def evaluate_model(model: Model, arguments: argparse.Namespace) -> Evaluation:
    """Read the labels, ask the model about every image, measure."""
    codes = [entry.code for entry in model.classes]
    labelled = read_labels(
        arguments.labels,
        images=arguments.images,
        classes=codes,
        columns=Columns(arguments.image_column, arguments.label_column, arguments.lesion_column),
        where=arguments.where,
    )
    images = limited(labelled, limit=arguments.limit)
    progress = Progress(len(images), sys.stderr, verb="evaluate")
    predictions = predict(model.predictor, images=images, codes=codes, progress=progress)
    return evaluate(
        predictions,
        classes=model.classes,
        provenance=_provenance(model, arguments.labels, labelled=len(labelled)),
        melanoma=arguments.melanoma_class,
    )


def limited(images: Sequence[LabelledImage], *, limit: int | None) -> list[LabelledImage]:
    """At most `limit` images in their order, drawn at random: files are often sorted by class."""
    if limit is None or limit >= len(images):
        return list(images)
    chosen = np.random.default_rng(SEED).choice(len(images), size=limit, replace=False)
    return [images[index] for index in np.sort(chosen)]


def _provenance(model: Model, labels: Path, *, labelled: int) -> Provenance:
    return Provenance(
        model_sha256=model.sha256,
        model_name=model.name,
        model_version=model.version,
        labels_sha256=hashlib.sha256(labels.read_bytes()).hexdigest(),
        labelled=labelled,
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        command=shlex.join(["python", "-m", "training", *sys.argv[1:]]),
        version=_version(),
        limitations=model.limitations,
    )


def _version() -> str:
    try:
        return metadata.version("lentigo")
    except metadata.PackageNotFoundError:
        return "not installed"


def _summary(evaluation: Evaluation, folder: Path) -> str:
    headline = evaluation.figures.headline
    names = ("balanced_accuracy", "accuracy", "melanoma_sensitivity", "malignant_auc")
    lines = [f"{name.replace('_', ' ')}: {both_words(name, headline[name])}" for name in names]
    failed = evaluation.predictions.failed
    if failed:
        lines.append(f"{plural(len(failed), 'image')} gave no answer; they are in the report.")
    return "\n".join([*lines, f"Report: {folder / 'report.html'}"])


def _condition(text: str) -> tuple[str, str]:
    column, separator, value = text.partition("=")
    if not separator or not column:
        raise argparse.ArgumentTypeError(f"'{text}' is not COLUMN=VALUE")
    return column, value


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of 1 or more")
    return int(text)
