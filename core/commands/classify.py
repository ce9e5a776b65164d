"""``lentigo classify``: images in, findings out, as a table or one JSON object a line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from core.commands.check import Check
from core.commands.exchange_options import add_exchange_options, exchange_writers
from core.commands.letterhead_options import (
    add_file_names_option,
    add_letterhead_options,
    letterhead_options,
)
from core.commands.model_options import (
    add_model_options,
    add_reading_options,
    open_model,
    read_as_asked,
)
from core.commands.overlays import Overlays, Question
from core.commands.printers import JsonLines, Printer, Table
from core.commands.similar_images import open_similar
from core.engine import EngineRequest
from core.engine.explainer import Explainer
from core.errors import LentigoError, UsageError
from core.explain.methods import Method
from core.files import write_whole
from core.images import find_images
from core.language import say
from core.model import Card, Classifier
from core.model.classifier import Answer
from core.report.report import Report, open_report, without_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``classify``."""
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="PATH", help=say("image files, or folders to walk"))
    add("--json", action="store_true", help=say("one JSON object a line on standard output"))
    add("--overlay", type=Path, metavar="DIR", help=say("write NAME.heatmap.png for each image"))
    add(
        "--explain",
        choices=[str(method) for method in Method],
        default=str(Method.GRAD_CAM),
        metavar="METHOD",
        help=say(
            "how: {names}; default: %(default)s, the others take seconds an image",
            names=", ".join(Method),
        ),
    )
    add(
        "--class",
        dest="code",
        metavar="CODE",
        help=say("the class to explain (default: the finding)"),
    )
    add("--versus", metavar="CODE", help=say("the class that it is set against: why not this one"))
    add(
        "--atlas",
        type=Path,
        metavar="ATLAS",
        help=say("with --json: name the labelled images of this atlas that are most similar"),
    )
    add(
        "--check",
        action="store_true",
        help=say(
            "look again with the lesion painted over, and warn if the finding does not need it"
        ),
    )
    add(
        "--report",
        type=Path,
        metavar="FILE",
        help=say("write a page for each image: .pdf or .html"),
    )
    add_letterhead_options(parser)
    add_file_names_option(parser)
    add_exchange_options(parser)
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
        raise UsageError(say("There is no image in the folders given."), value=arguments.paths)
    if arguments.atlas is not None and not arguments.json:
        raise UsageError(
            say("Similar images are part of the JSON: add --json, or use lentigo similar.")
        )
    classifier = open_model(arguments)
    similar = open_similar(arguments.atlas, classifier.bundle)
    read_as_asked(classifier, arguments)
    card = classifier.bundle.card
    answers = _answers(classifier, sources, arguments)
    report = _report(arguments, card)
    if report is not None:
        answers = added_to(report, answers, file_names=not arguments.without_file_names)
    status = print_all(answers, JsonLines(similar) if arguments.json else Table(card, sources))
    if report is not None:
        write_whole(arguments.report, report.render())
    return status


def _answers(
    classifier: Classifier, sources: Iterable[Path], arguments: argparse.Namespace
) -> Iterable[Answer]:
    """Answer, and do what else was asked for with each image."""
    question = Question(Method(arguments.explain), arguments.code, arguments.versus)
    question.require_fit(classifier.bundle.card)
    if arguments.overlay is None and question != Question():
        raise UsageError(say("Say where the heat maps shall be written: --overlay DIR."))
    answers: Iterable[Answer] = classifier.analyse_many(sources)
    explainer = Explainer(classifier, engine=EngineRequest(arguments.engine))
    if arguments.check:
        answers = _each(answers, Check(explainer).add_to)
    if arguments.overlay is not None:
        answers = _each(answers, Overlays(arguments.overlay, explainer, question).add_to)
    for write in exchange_writers(arguments, classifier.bundle.card):
        answers = _each(answers, write)
    return answers


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


def added_to(
    report: Report, answers: Iterable[Answer], *, file_names: bool = True
) -> Iterator[Answer]:
    """Have a report take each answer when it comes, with the name of its file or a number."""
    for number, answer in enumerate(answers, start=1):
        report.add(answer if file_names else without_name(answer, number=number))
        yield answer


def _report(arguments: argparse.Namespace, card: Card) -> Report | None:
    if arguments.report is None:
        return None
    today = datetime.now().astimezone().date()
    return open_report(arguments.report, card, made=today, options=letterhead_options(arguments))


def _each(answers: Iterable[Answer], add: Callable[[Answer], Answer]) -> Iterator[Answer]:
    """Have something more done with each answer; where that fails, it is the image's error."""
    for answer in answers:
        try:
            more = add(answer)
        except LentigoError as error:
            more = answer._replace(outcome=error)
        yield more
