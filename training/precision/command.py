"""``python -m training precision``: fit a bundle for lower precision in bulk work."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets import Sample, read_dataset
from core.model import Bundle
from core.progress import Progress
from core.results import Precision
from training.console import say
from training.label_files import samples_of
from training.material import Material
from training.options import at_least
from training.precision.fitting import Fitted, fit_precision
from training.run import runs_folder
from training.splits import load_split

_TYPICAL = 300
_SEED = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``precision``."""
    add = parser.add_argument
    add("--bundle", type=Path, required=True, metavar="DIR", help="gets the lower precision")
    add("--data", type=Path, required=True, metavar="DATA", help="the data set it learned from")
    add("--split", type=Path, required=True, metavar="FILE", help="by which it learned")
    add("--fold", type=at_least(1), metavar="N", help="the test fold of that split")
    add(
        "--precision",
        choices=[str(Precision.INT8), str(Precision.BFLOAT16)],
        default=str(Precision.INT8),
        help="int8 under ONNX Runtime, or bfloat16 under TensorFlow; default: %(default)s",
    )
    add("--limit", type=at_least(1), metavar="N", help="only N validation images, for a try")


def run(arguments: argparse.Namespace) -> int:
    """Fit, write the bundle, and say how to find out what it is worth.

    Returns
    -------
    int
        0.
    """
    bundle = Bundle.load(arguments.bundle)
    dataset = read_dataset(arguments.data, cache=runs_folder())
    split = load_split(arguments.split, fold=arguments.fold)
    material = Material(dataset, split, runs_folder() / "pixels")
    split.require_fit(material.samples)
    rows = _drawn(material.rows(split.train), _TYPICAL)
    pixels = material.pixels(bundle.card.preprocessing.shape[:2])
    validation = _limited(samples_of(material.samples, split.validation), arguments.limit)
    progress = Progress(len(validation), sys.stderr, verb="compare")
    fitted = fit_precision(
        bundle,
        Precision(arguments.precision),
        typical=np.asarray(pixels[rows]),
        validation=_told((sample.path for sample in validation), progress),
    )
    say(_words(fitted))
    say(
        f"Find out what it is worth: python -m training evaluate --bundle {arguments.bundle} "
        f"--data {arguments.data} --split {arguments.split} --precision {arguments.precision} "
        "--out REPORT"
    )
    return 0


def _drawn(rows: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    chosen = np.random.default_rng(_SEED).permutation(len(rows))[:most]
    return np.sort(rows[chosen])


def _limited(samples: Sequence[Sample], limit: int | None) -> Sequence[Sample]:
    if limit is None or limit >= len(samples):
        return samples
    chosen = np.random.default_rng(_SEED).permutation(len(samples))[:limit]
    return [samples[index] for index in sorted(chosen.tolist())]


def _told(paths: Iterable[Path], progress: Progress) -> Iterator[Path]:
    for number, path in enumerate(paths, start=1):
        yield path
        progress(number)


def _words(fitted: Fitted) -> str:
    other = sum(not (pair.same_by_probability and pair.same_novelty) for pair in fitted.pairs)
    margins = fitted.rule.margins
    return (
        f"{len(fitted.pairs)} validation images: {other} answered otherwise in "
        f"{fitted.rule.precision}. Computed again in full is what is nearer than "
        f"{margins.probability:.3f} (log odds) or {margins.novelty:.3f} (novelty) to a threshold."
    )
