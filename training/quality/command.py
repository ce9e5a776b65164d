"""``python -m training quality DATA``: the limits of the quality gate, measured."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.datasets import Sample, read_dataset
from core.progress import Progress
from training.artefacts.table import SEED
from training.console import own_command
from training.options import at_least
from training.pages.files import prepare_folder
from training.pages.text import name_text
from training.quality.judging import SHARE, judge_limits
from training.quality.masks import find_masks
from training.quality.report import QualityReport, as_text, write_report
from training.quality.survey import look, look_spoiled
from training.run import runs_folder

_SPOILED = 300


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``quality``."""
    add = parser.add_argument
    add("data", type=Path, metavar="DATA", help="the data set")
    add("--masks", type=Path, metavar="DIR", help="lesion masks; default: DATA/masks, if there")
    add("--out", type=Path, metavar="DIR", help="for quality.html and quality.json")
    add("--limit", type=at_least(1), metavar="N", help="only N images, drawn at random")
    add(
        "--spoiled",
        type=at_least(1),
        default=_SPOILED,
        metavar="N",
        help="images to spoil; default: %(default)s",
    )
    add(
        "--share",
        type=_share,
        default=SHARE,
        metavar="S",
        help="of ordinary images that a proposed limit flags; default: %(default)s",
    )


def run(arguments: argparse.Namespace) -> int:
    """Measure, print, and write the report if asked to.

    Returns
    -------
    int
        0.
    """
    if arguments.out is not None:
        prepare_folder(arguments.out)
    dataset = read_dataset(arguments.data, cache=runs_folder())
    samples = _drawn(dataset.trainable, limit=arguments.limit)
    masks = find_masks(arguments.masks or dataset.folder / "masks", samples)
    looks = look(samples, masks, progress=Progress(len(samples), sys.stderr, verb="quality"))
    some = _drawn(samples, limit=arguments.spoiled)
    spoiled = look_spoiled(some, masks, progress=Progress(len(some), sys.stderr, verb="spoiled"))
    report = QualityReport(
        name=name_text(dataset.statement.name),
        looks=looks,
        judged=judge_limits(looks, spoiled, share=arguments.share),
        share=arguments.share,
        spoiled=len(some),
        made=own_command(),
    )
    sys.stdout.write(f"{as_text(report)}\n")
    if arguments.out is not None:
        write_report(report, folder=arguments.out)
    return 0


def _drawn(samples: Sequence[Sample], *, limit: int | None) -> list[Sample]:
    """At most `limit` samples in their order, drawn at random."""
    if limit is None or limit >= len(samples):
        return list(samples)
    chosen = np.random.default_rng(SEED).choice(len(samples), size=limit, replace=False)
    return [samples[index] for index in np.sort(chosen)]


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 < share <= 1 / 6:
        raise argparse.ArgumentTypeError(f"'{text}' is not a share between 0 and 1/6")
    return share
