"""``python -m training evaluate``: a bundle, labelled images, and a report of what it is worth."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from core.atlas import Atlas
from core.errors import LentigoError, UsageError
from core.model import Classifier
from core.progress import Progress
from core.results import Analysis
from training.believe.figures import Believed
from training.believe.measure import Sample, measure_explanations
from training.console import own_command
from training.evaluation.bootstrap import SEED
from training.evaluation.evaluated import Evaluation, Provenance, evaluate
from training.evaluation.novelty import Strange, ask
from training.evaluation.opening import Labelled, Model, opened
from training.evaluation.page import render
from training.evaluation.painters import plain
from training.evaluation.predictor import Predictions, predict
from training.evaluation.probes import DEGREES, Probe, probe, sample
from training.evaluation.report import write_report
from training.evaluation.words import both_words
from training.labels import Columns, LabelledImage, read_labels
from training.pages.files import prepare_folder
from training.pages.text import plural
from training.precision.check import check_of, words_of
from training.similar.measure import Gallery, SimilarFigures, measure_similar


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, write the report, say where it is.

    Returns
    -------
    int
        0; 1 if some images gave no answer; 2 after a named error, told on stderr.
    """
    try:
        prepare_folder(arguments.out)
        model, images = opened(arguments)
        evaluation = evaluate_model(model, arguments, images)
        page = render(evaluation, paint=plain, explain=model.explain)
        write_report(evaluation, folder=arguments.out, page=page)
    except LentigoError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    sys.stdout.write(f"{_summary(evaluation, arguments.out)}\n")
    return 1 if evaluation.predictions.failed else 0


def evaluate_model(model: Model, arguments: argparse.Namespace, judged_on: Labelled) -> Evaluation:
    """Read the labels, ask the model about every image, measure."""
    codes = [entry.code for entry in model.classes]
    to_explain = _to_explain(model, arguments)
    atlas = _atlas(model, arguments)
    labelled = read_labels(
        judged_on.table,
        images=judged_on.images,
        classes=codes,
        columns=Columns(arguments.image_column, arguments.label_column, arguments.lesion_column),
        where=arguments.where,
    )
    images = limited(labelled, limit=arguments.limit)
    progress = Progress(len(images), sys.stderr, verb="evaluate")
    predictions = predict(model.predictor, images=images, codes=codes, progress=progress)
    compared = check_of(model.predictor)  # before anything else is asked
    evaluation = evaluate(
        predictions,
        probes=_probes(model, predictions, limit=arguments.probes),
        classes=model.classes,
        rules=model.rules,
        strange=_strange(model, arguments, [image.path for image in images]),
        provenance=_provenance(model, judged_on.table, labelled=len(labelled)),
        melanoma=arguments.melanoma_class,
    )
    return replace(
        evaluation,
        believed=_believed(model, to_explain, predictions.images),
        similar=_similar(model, atlas, predictions, learned=judged_on.learned),
        compared=compared,
    )


def _probes(model: Model, predictions: Predictions, *, limit: int | None) -> tuple[Probe, ...]:
    """Ask about some of the images again, with artefacts."""
    if limit is None:
        return ()
    some = sample(predictions, limit=limit)
    progress = Progress(DEGREES * len(some.images), sys.stderr, verb="artefacts")
    return probe(model.predictor, some, classes=model.classes, progress=progress)


def _to_explain(model: Model, arguments: argparse.Namespace) -> Sample | None:
    """Say which explanations were asked for, before anything takes its time."""
    if not arguments.methods:
        return None
    if arguments.masks is None:
        raise UsageError("Explanations are judged by masks of the lesions: name them by --masks.")
    if not isinstance(model.predictor, Classifier):
        raise UsageError("Explanations of a bundle can be judged; this is a run.")
    return Sample(arguments.masks, arguments.methods, arguments.explained)


def _believed(
    model: Model, asked: Sample | None, images: Sequence[LabelledImage]
) -> Believed | None:
    """Judge the explanations that were asked for."""
    if asked is None or not isinstance(model.predictor, Classifier):
        return None
    progress = Progress(min(asked.count, len(images)), sys.stderr, verb="explain")
    return measure_explanations(model.predictor, images, asked, progress=progress)


def _atlas(model: Model, arguments: argparse.Namespace) -> Atlas | None:
    """Open the atlas that is to be asked, before anything takes its time."""
    if arguments.similar is None:
        return None
    if not isinstance(model.predictor, Classifier):
        raise UsageError("Similar images are found by a bundle's embeddings; this is a run.")
    atlas = Atlas.open(arguments.similar)
    atlas.require_model(model.sha256)
    return atlas


def _similar(
    model: Model,
    atlas: Atlas | None,
    predictions: Predictions,
    *,
    learned: Collection[Path] | None,
) -> SimilarFigures | None:
    """Ask the atlas about every image that was answered."""
    if atlas is None or not isinstance(model.predictor, Classifier):
        return None
    gallery = Gallery.of(atlas, predictions.images, learned=learned)
    total = len(predictions.images) + len(gallery.items)
    progress = Progress(total, sys.stderr, verb="colours")
    spec = model.predictor.bundle.card.preprocessing.spec
    return measure_similar(predictions, gallery, spec=spec, progress=progress)


def _strange(
    model: Model, arguments: argparse.Namespace, images: Sequence[Path]
) -> dict[str, list[Analysis]]:
    """Ask a model with a novelty gate about pictures that show no lesion."""
    if model.rules is None or model.rules.novelty is None:
        return {}
    with TemporaryDirectory(prefix="lentigo-strange-") as scratch:
        sources = Strange(Path(scratch), ordinary=arguments.ordinary, masks=arguments.masks)
        kinds = sources.kinds(images)
        progress = Progress(sum(map(len, kinds.values())), sys.stderr, verb="no lesion")
        return ask(model.predictor, kinds, progress=progress)


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
        command=own_command(),
        version=_version(),
        limitations=model.limitations,
        thorough=model.thorough,
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
    if evaluation.compared is not None:
        lines.append(words_of(evaluation.compared))
    failed = evaluation.predictions.failed
    if failed:
        lines.append(f"{plural(len(failed), 'image')} gave no answer; they are in the report.")
    return "\n".join([*lines, f"Report: {folder / 'report.html'}"])
