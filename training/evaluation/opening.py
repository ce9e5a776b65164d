"""What ``evaluate`` judges, and on what: a bundle or a run, a table of labels or a data set."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.datasets import Sample, read_dataset
from core.engine import EngineRequest, open_classifier
from core.errors import UsageError
from core.model import Bundle, DeviceRequest
from core.model.guarded import GuardedClassifier
from core.results import Precision
from core.trust.rules import TrustRules
from training.console import say
from training.evaluation.evaluated import OF_RUN
from training.evaluation.figures import ClassLike
from training.evaluation.gallery import Painter
from training.evaluation.painters import Explained, plain
from training.evaluation.predictor import Predictor
from training.label_files import samples_of, write_labels
from training.material import Material
from training.precision.compared import ComparedClassifier
from training.run import Run, runs_folder
from training.splits import Split, load_split


@dataclass(frozen=True, slots=True)
class Model:
    """A model that answers, and what is said of it.

    ``explain`` draws its evidence; for a network that makes no heat maps it draws none. ``rules``
    are those of trust, from a bundle's card. ``thorough`` says whether it looks at each image in
    all views.
    """

    predictor: Predictor
    explain: Painter
    classes: tuple[ClassLike, ...]
    name: str
    version: str
    sha256: str
    limitations: tuple[str, ...]
    rules: TrustRules | None = None
    thorough: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A table of labels, and where the images are that it names: a folder, or each one's file.

    ``learned`` has the files that taught the model, where a split says so.
    """

    table: Path
    images: Path | Mapping[str, Path]
    learned: frozenset[Path] | None = None


def opened(arguments: argparse.Namespace) -> tuple[Model, Labelled]:
    """Open what is to be judged, and find the images to judge it on.

    Raises
    ------
    LentigoError
        If the options contradict each other, or what they name cannot be used.
    """
    if arguments.data is not None and (arguments.images or arguments.labels):
        raise UsageError("Say --data, or --images and --labels, not both.")
    if arguments.run is not None:
        return _open_run(arguments)
    if arguments.data is not None:
        labelled = _of_data(arguments)
    elif arguments.images is None or arguments.labels is None:
        raise UsageError("A bundle is judged on --images with --labels, or on --data.")
    else:
        labelled = Labelled(arguments.labels, arguments.images)
    model = open_model(
        arguments.bundle,
        device=arguments.device,
        engine=arguments.engine,
        precision=arguments.precision,
        thorough=arguments.thorough,
    )
    return model, labelled


def _of_data(arguments: argparse.Namespace) -> Labelled:
    dataset = read_dataset(arguments.data, cache=runs_folder())
    if arguments.split is None:
        say("Judged on the whole data set: what the model learned from would flatter it.")
        return _written(dataset.samples, arguments.out)
    split = load_split(arguments.split, fold=arguments.fold)
    split.require_fit(dataset.samples)
    labelled = _written(samples_of(dataset.samples, getattr(split, arguments.part)), arguments.out)
    taught = samples_of(dataset.samples, split.train)
    return replace(labelled, learned=frozenset(sample.path for sample in taught))


def _written(samples: Sequence[Sample], out: Path) -> Labelled:
    write_labels(samples, out / "labels.csv")
    # A table's cells lose the blanks around them.
    files = {sample.image_id.strip(): sample.path for sample in samples}
    return Labelled(out / "labels.csv", files)


def _open_run(arguments: argparse.Namespace) -> tuple[Model, Labelled]:
    from training.evaluation.run_predictor import RunPredictor

    if arguments.data is None:
        raise UsageError("A run is judged on the data set it learned from: name it with --data.")
    if arguments.split is not None:
        raise UsageError("A run is judged on its own split: --split is for bundles.")
    if arguments.thorough:
        raise UsageError("A run sees each image in one view: --thorough is for bundles.")
    run = Run(arguments.run)
    cache = runs_folder()
    dataset = read_dataset(arguments.data, cache=cache)
    material = Material(dataset, Split.load(run.split_path), cache / "pixels")
    material.split.require_fit(material.samples)
    model = Model(
        predictor=RunPredictor.of(run, material),
        explain=plain,
        classes=dataset.classes,
        name=run.experiment.name,
        version=OF_RUN,
        sha256=_sha256(run.weights_path),
        limitations=(*dataset.statement.limits, "This network draws no heat maps."),
    )
    part = samples_of(material.samples, getattr(material.split, arguments.part))
    return model, _written(part, arguments.out)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_model(
    folder: Path,
    *,
    device: str,
    engine: str,
    precision: str = Precision.FLOAT32,
    thorough: bool = False,
) -> Model:
    """Load the bundle in `folder`; the rest is as the options have it.

    Raises
    ------
    LentigoError
        If the bundle, the device or the runtime cannot be used.
    """
    bundle = Bundle.load(folder)
    card = bundle.card
    classifier = open_classifier(
        bundle,
        device=DeviceRequest(device),
        engine=EngineRequest(engine),
        precision=Precision(precision),
    )
    if isinstance(classifier, GuardedClassifier):
        classifier = ComparedClassifier(classifier)
    classifier.thorough = thorough
    return Model(
        predictor=classifier,
        explain=Explained(classifier),
        classes=card.classes,
        name=card.name,
        version=card.version,
        sha256=bundle.sha256,
        limitations=card.limits,
        rules=card.trust,
        thorough=thorough,
    )
