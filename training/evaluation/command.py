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
from core.errors import LentigoError, UsageError
from core.model import Bundle, DeviceRequest
from training.datasets import read_dataset
from training.evaluation.bootstrap import SEED
from training.evaluation.figures import ClassLike
from training.evaluation.gallery import Painter
from training.evaluation.page import render
from training.evaluation.painters import Explained, plain
from training.evaluation.predictor import Predictor, predict
from training.evaluation.report import Evaluation, Provenance, evaluate, write_report
from training.evaluation.words import both_words
from training.label_files import write_labels
from training.labels import Columns, LabelledImage, read_labels
from training.material import Material
from training.options import at_least
from training.pages.files import prepare_folder
from training.pages.progress import Progress
from training.pages.text import plural
from training.run import Run, runs_folder
from training.splits import PARTS, Split


@dataclass(frozen=True, slots=True)
class Model:
    """A model that answers, and what is said of it.

    ``explain`` draws its evidence; for a network that makes no heat maps it draws none.
    """

    predictor: Predictor
    explain: Painter
    classes: tuple[ClassLike, ...]
    name: str
    version: str
    sha256: str
    limitations: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``evaluate``."""
    add = parser.add_argument
    judged = parser.add_mutually_exclusive_group(required=True)
    judged.add_argument("--bundle", type=Path, metavar="DIR", help="the model bundle to judge")
    judged.add_argument("--run", type=Path, metavar="RUN", help="the finished run to judge")
    add("--images", type=Path, metavar="DIR", help="folder of the images (with --bundle)")
    add("--labels", type=Path, metavar="CSV", help="who is who: image_id, dx (with --bundle)")
    add("--data", type=Path, metavar="DATA", help="the data set that the run learned from")
    add(
        "--part",
        choices=PARTS,
        default="test",
        help="which part of the run's split; default: %(default)s",
    )
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
    add("--limit", type=at_least(1), metavar="N", help="only N images, drawn at random")
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
        model = _opened(arguments)
        evaluation = evaluate_model(model, arguments)
        page = render(evaluation, paint=plain, explain=model.explain)
        write_report(evaluation, folder=arguments.out, page=page)
    except LentigoError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    sys.stdout.write(f"{_summary(evaluation, arguments.out)}\n")
    return 1 if evaluation.predictions.failed else 0


def _opened(arguments: argparse.Namespace) -> Model:
    """Open what is to be judged, and complete the options with where its images are."""
    if arguments.run is None:
        if arguments.images is None or arguments.labels is None:
            raise UsageError("A bundle is judged on --images with --labels.")
        return open_model(arguments.bundle, device=arguments.device, engine=arguments.engine)
    if arguments.data is None:
        raise UsageError("A run is judged on the data set it learned from: name it with --data.")
    return _open_run(arguments)


def _open_run(arguments: argparse.Namespace) -> Model:
    from training.evaluation.run_predictor import RunPredictor

    run = Run(arguments.run)
    cache = runs_folder()
    dataset = read_dataset(arguments.data, cache=cache)
    material = Material(dataset, Split.load(run.split_path), cache / "pixels")
    predictor = RunPredictor.of(run, material)
    arguments.images = dataset.folder
    arguments.labels = arguments.out / "labels.csv"
    write_labels(material, getattr(material.split, arguments.part), arguments.labels)
    return Model(
        predictor=predictor,
        explain=plain,
        classes=dataset.classes,
        name=run.experiment.name,
        version="run",
        sha256=_sha256(run.weights_path),
        limitations=(*dataset.statement.limits, "This network draws no heat maps."),
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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
        explain=Explained(classifier),
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
