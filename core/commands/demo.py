"""``lentigo demo``: the main job on the example images, for machines without a display."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.commands.classify import added_to, print_all
from core.commands.model_options import add_model_options, open_model
from core.commands.printers import Table
from core.errors import UsageError
from core.files import write_whole
from core.images import find_images
from core.language import say
from core.paths import examples_folder
from core.report.html import HtmlReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``demo``."""
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("lentigo-demo"),
        metavar="DIR",
        help=say("default: %(default)s"),
    )
    add_model_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Analyse the examples, print a table and write a report.

    Returns
    -------
    int
        0; 1 if some images gave no answer.

    Raises
    ------
    LentigoError
        If there are no examples, no model, or the report cannot be written.
    """
    sources = list(find_images([examples_folder()]))
    if not sources:
        raise UsageError(say("The example images are missing: install Lentigo again."))
    classifier = open_model(arguments)
    card = classifier.bundle.card
    report = HtmlReport(card)
    answers = added_to(report, classifier.analyse_many(sources))
    status = print_all(answers, Table(card, sources))
    path = arguments.out / "report.html"
    write_whole(path, report.render())
    sys.stdout.write(say("The findings with their heat maps are in {path}", path=path) + "\n")
    return status
