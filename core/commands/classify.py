"""``lentigo classify``: images in, findings out, as a table or one JSON object a line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.commands.model_options import (
    add_model_options,
    add_reading_options,
    open_model,
    read_as_asked,
)
from core.commands.overlays import Overlays
from core.commands.printers import JsonLines, Printer, Table
from core.errors import LentigoError, UsageError
from core.images import find_images
from core.model.classifier import Answer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``classify``."""
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="PATH", help="image files, or folders to walk")
    add("--json", action="store_true", help="one JSON object a line on standard output")
    add("--overlay", type=Path, metavar="DIR", help="write NAME.heatmap.png for each image")
    add("--class", dest="code", metavar="CODE", help="the class to explain (default: the finding)")
    add_model_options(parser)
    add_reading_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Classify.

    Returns
    -------
    int
        0; 1 if some images gave no answer.

    Raises
    ------
    LentigoError
        If nothing can be classified at all.
    """
    sources = list(find_images(arguments.paths))
    if not sources:
        raise UsageError("There is no image in the folders given.", value=arguments.paths)
    classifier = open_model(arguments)
    read_as_asked(classifier, arguments)
    card = classifier.bundle.card
    if arguments.code is not None and arguments.code not in card.codes:
        raise UsageError(
            f"The model has no class {arguments.code!r}. It has: {', '.join(card.codes)}.",
            value=arguments.code,
        )
    answers: Iterable[Answer] = classifier.analyse_many(sources)
    if arguments.overlay is not None:
        answers = _with_overlays(answers, Overlays(arguments.overlay, card, code=arguments.code))
    return print_all(answers, JsonLines() if arguments.json else Table(card, sources))


def print_all(answers: Iterable[Answer], printer: Printer) -> int:
    """Print each answer when it comes.

    Returns
    -------
    int
        0; 1 if some images gave no answer.
    """
    failed = False
    for answer in answers:
        failed = failed or isinstance(answer.outcome, LentigoError)
        printer.show(answer)
    return int(failed)


def _with_overlays(answers: Iterable[Answer], overlays: Overlays) -> Iterator[Answer]:
    """Write the overlays; one that cannot be written is its image's error."""
    for answer in answers:
        try:
            overlays.write(answer)
        except LentigoError as error:
            yield answer._replace(outcome=error)
        else:
            yield answer
