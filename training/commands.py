"""The verbs of ``python -m training`` that train and ship: their options, and what they call."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from core.datasets import Dataset, read_dataset
from core.errors import DatasetError, UsageError
from core.model import Bundle
from training import experiments
from training.card import ADDABLE, put_on_card
from training.console import say
from training.export.wishes import add_wishes, wishes_of
from training.further import Further
from training.material import Material
from training.model_card import model_card
from training.options import at_least
from training.origin import require_unseen
from training.pages.files import write_text
from training.run import Run, runs_folder
from training.splits import Split, load_split
from training.splitting import checked, drawn


def add_train_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``train``."""
    parser.add_argument("experiment", choices=experiments.names(), metavar="EXPERIMENT")
    _add_common(parser)
    parser.add_argument("--out", type=Path, metavar="RUN", help="folder of the run")
    parser.add_argument("--split", type=Path, metavar="FILE", help="from `split`; default: drawn")
    parser.add_argument(
        "--weights",
        type=Path,
        metavar="FILE",
        help="what to start from, where it does not lie where the experiment says: a file, or the "
        "folder of a bundle",
    )
    parser.add_argument("--fold", type=at_least(1), metavar="N", help="the test fold of that file")
    parser.add_argument(
        "--also",
        type=Path,
        metavar="DATA2",
        help="another data set, to learn from what it has and DATA has not; nothing of it is "
        "measured",
    )
    parser.add_argument(
        "--accept-leaks",
        action="store_true",
        help="train although the split tears copies apart; the card will say so",
    )
    parser.add_argument(
        "--distribute",
        choices=("none", "mirrored", "data-parallel"),
        default="none",
        help="over several devices: TensorFlow's MirroredStrategy, or Keras' own under JAX",
    )


def run_train(arguments: argparse.Namespace) -> int:
    """Train, or go on training."""
    from training.distribution import Kind, open_distribution
    from training.train import train

    experiment = experiments.load(arguments.experiment)
    folder = arguments.out or runs_folder() / experiment.name
    material = replace(
        _to_learn_from(arguments, Run(folder), seed=experiment.seed), weights=arguments.weights
    )
    _warn_of_unknown(material.dataset)
    if arguments.also is not None:
        material = replace(material, further=_further(arguments.also, material.dataset))
    if not arguments.accept_leaks:
        require_unseen(experiment, material)
    distribution = open_distribution(Kind(arguments.distribute))
    run = train(experiment, material, out=folder, distribution=distribution)
    say(f"Finished: {run.folder}")
    return 0


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``export``."""
    parser.add_argument("experiment", choices=experiments.names(), metavar="EXPERIMENT")
    _add_common(parser)
    parser.add_argument("--run", type=Path, metavar="RUN", help="folder of the finished run")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the bundle")
    parser.add_argument(
        "--average-with",
        type=Path,
        metavar="MODEL",
        help="the model that the run went on from: take the mean of both weights",
    )
    add_wishes(parser)


def run_export(arguments: argparse.Namespace) -> int:
    """Write a bundle."""
    from training.export.bundle import export, require_vgg16

    experiment = experiments.load(arguments.experiment)
    require_vgg16(experiment)
    run = Run(arguments.run or runs_folder() / experiment.name)
    material = _of_run(arguments, run)
    bundle = export(
        run,
        material,
        out=arguments.out,
        wishes=wishes_of(arguments),
        average_with=arguments.average_with,
    )
    say(f"{bundle.folder}: {bundle.sha256}")
    say(
        f"Measure it with: python -m training evaluate --bundle {arguments.out} "
        f"--data {arguments.data} --split {run.split_path} --out REPORT"
    )
    return 0


def add_card_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``card``."""
    parser.add_argument("--bundle", type=Path, required=True, metavar="DIR")
    parser.add_argument("--report", type=Path, metavar="JSON", help="report.json, to put on it")
    parser.add_argument(
        "--section",
        choices=ADDABLE,
        action="append",
        default=[],
        help="only this part of the report, beside what is there; may be repeated",
    )
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the card as a page")


def run_card(arguments: argparse.Namespace) -> int:
    """Put figures on a card, write it as a page, or both."""
    bundle = Bundle.load(arguments.bundle)
    if arguments.report is None and arguments.markdown is None:
        raise UsageError("Say what to do with the card: --report, --markdown, or both.")
    if arguments.report is not None:
        bundle = put_on_card(bundle, arguments.report, sections=arguments.section)
    if arguments.markdown is not None:
        write_text(arguments.markdown, model_card(bundle))
    return 0


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DATA", help="the data set")
    parser.add_argument(
        "--limit", type=at_least(1), metavar="N", help="images in an epoch, for a try"
    )


def _to_learn_from(arguments: argparse.Namespace, run: Run, *, seed: int) -> Material:
    """Material with the split that was asked for, else the run's own, else one drawn now."""
    if arguments.split is not None:
        split = load_split(arguments.split, fold=arguments.fold)
        material = _material(arguments, _dataset(arguments), split)
        return checked(material, accept_leaks=arguments.accept_leaks)
    if arguments.fold is not None:
        raise UsageError("--fold chooses from a file of folds: name it with --split.")
    if run.split_path.exists():
        return _of_run(arguments, run)
    dataset = _dataset(arguments)
    return _material(arguments, dataset, drawn(dataset.trainable, seed=seed))


def _of_run(arguments: argparse.Namespace, run: Run) -> Material:
    split = Split.load(run.split_path)
    material = _material(arguments, _dataset(arguments), split)
    split.require_fit(material.samples)
    return replace(material, leaks=run.leaks)


def _dataset(arguments: argparse.Namespace) -> Dataset:
    return read_dataset(arguments.data, cache=runs_folder())


def _material(arguments: argparse.Namespace, dataset: Dataset, split: Split) -> Material:
    return Material(dataset, split, cache=runs_folder() / "pixels", limit=arguments.limit)


def _further(place: Path, beside: Dataset) -> Further:
    other = read_dataset(place, cache=runs_folder())
    count = len(other.samples) + len(beside.samples)
    say(f"Compares {count:,} images, for what {beside.statement.name} has not: some minutes")
    further = Further.of(other, beside=beside)
    say(f"Learns also from {further}")
    return further


def _warn_of_unknown(dataset: Dataset) -> None:
    """Say before the hours of training what would be asked for after them."""
    try:
        _ = dataset.classes
    except DatasetError as error:
        say(f"{error.message} Without it, this run can make no bundle.")
