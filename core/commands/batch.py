"""``lentigo batch``: a folder of any size into a table, which goes on where it was stopped."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.batch.job import BatchJob
from core.batch.results import ResultsFile
from core.batch.table import columns_of
from core.batch.writing import AnswerWriter, reading_of
from core.commands.batch_progress import BatchProgress
from core.commands.model_options import (
    add_model_options,
    add_reading_options,
    open_model,
    read_as_asked,
)
from core.errors import LentigoError, UsageError
from core.installed.pointer import model_in_use
from core.language import say
from core.model import STATEMENT, Bundle
from core.results import Precision

if TYPE_CHECKING:
    from core.model import Classifier


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``batch``."""
    parser.add_argument(
        "folders", type=Path, nargs="+", metavar="DIR", help=say("walked with all that is below")
    )
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="CSV",
        help=say("one row an image; a file that is there is gone on with"),
    )
    parser.add_argument(
        "--overlay", type=Path, metavar="DIR", help=say("heat maps, in like folders")
    )
    parser.add_argument(
        "--precision",
        choices=[str(precision) for precision in Precision],
        default=str(Precision.FLOAT32),
        help=say("lower is faster; only where an evaluation found all answers equal"),
    )
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help=say('a Ray cluster to work on: HOST:PORT, or "local" to try it on this machine'),
    )
    parser.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help=say("how many analyse at a time on the cluster (default: one on each machine)"),
    )
    add_model_options(parser)
    add_reading_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Analyse what has no row yet.

    Returns
    -------
    int
        0; 1 if some images gave no answer: their rows say why.

    Raises
    ------
    LentigoError
        If nothing can be analysed, or the table cannot be written.
    """
    job = BatchJob(tuple(arguments.folders), arguments.out, arguments.overlay)
    job.require_usable()
    if arguments.cluster is not None:
        from core.commands.batch_cluster import run_on_cluster

        return run_on_cluster(arguments, job, precision=precision_of(arguments))
    classifier = open_model(arguments, precision=precision_of(arguments), bulk=True)
    read_as_asked(classifier, arguments)
    bundle = classifier.bundle
    reading = reading_of(classifier.interpretation, thorough=classifier.thorough)
    writer = AnswerWriter(job, bundle.card, bundle.sha256, reading)
    with ResultsFile(
        job.table, columns_of(bundle.card), sha256=bundle.sha256, reading=reading
    ) as results:
        return _fill(results, writer, classifier)


def precision_of(arguments: argparse.Namespace) -> Precision:
    """Return the precision that was asked for.

    Raises
    ------
    UsageError
        If no evaluation has found its answers equal, or maps are to be drawn, which none compares.
    """
    precision = Precision(arguments.precision)
    if precision is Precision.FLOAT32:
        return precision
    card = Bundle.load(model_in_use(arguments.model)).card
    rule = card.fitted_for(precision)
    if rule is None or not rule.offered:
        raise UsageError(
            say(
                "The model is not offered in {precision}: no evaluation has found all its answers "
                "equal to those in full precision.",
                precision=precision,
            ),
            value=precision,
        )
    if arguments.overlay is not None:
        raise UsageError(say("Heat maps are drawn in full precision only."), value=precision)
    return precision


def _fill(results: ResultsFile, writer: AnswerWriter, classifier: Classifier) -> int:
    job = writer.job
    files = [path for path in job.images() if job.name(path) not in results.done]
    failed = False
    with BatchProgress(sys.stderr, done=len(results.done), to_do=len(files)) as progress:
        for answer in classifier.analyse_many(files, pictures=job.overlays is not None):
            writer.write_overlay(answer)
            results.add(writer.row(answer))
            failed = failed or isinstance(answer.outcome, LentigoError)
            progress.step()
    sys.stderr.write(f"{say(STATEMENT)}\n")
    return int(failed)
