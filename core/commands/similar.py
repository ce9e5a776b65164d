"""``lentigo similar``: the labelled images of an atlas that are most like an image."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from core.atlas import Neighbour
from core.atlas.description import Description
from core.commands.model_options import add_model_options, open_model
from core.commands.numbers import number_of_images
from core.commands.printers import print_line
from core.commands.similar_images import COUNT, SimilarImages, open_similar
from core.errors import LentigoError, UsageError
from core.language import again, say
from core.model import STATEMENT
from core.model.classifier import Answer
from core.report.similar_words import (
    NOTE,
    attribution,
    confirmed_words,
    distance_words,
    patient_words,
    summary,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``similar``."""
    add = parser.add_argument
    add("image", type=Path, metavar="IMAGE")
    add("--atlas", type=Path, required=True, metavar="ATLAS", help=say("from: lentigo atlas build"))
    add(
        "-n",
        dest="count",
        type=number_of_images,
        default=COUNT,
        metavar="N",
        help=say("default: %(default)s"),
    )
    add("--json", action="store_true", help=say("one JSON object on standard output"))
    add_model_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Find and print them.

    Returns
    -------
    int
        0.

    Raises
    ------
    LentigoError
        If the image, the atlas or the model cannot be used.
    """
    classifier = open_model(arguments)
    similar = open_similar(arguments.atlas, classifier.bundle, count=arguments.count)
    if similar is None:
        raise UsageError(say("Name an atlas: --atlas ATLAS."))
    (answer,) = classifier.analyse_many([arguments.image])
    if isinstance(answer.outcome, LentigoError):
        raise answer.outcome
    if arguments.json:
        print_line(json.dumps(_values(answer, similar), ensure_ascii=True, allow_nan=False))
    else:
        _print_table(similar.find(answer), similar)
    return 0


def _values(answer: Answer, similar: SimilarImages) -> dict[str, Any]:
    described = similar.atlas.description
    return {
        "file": str(answer.source),
        "atlas": described.model_dump(
            include={"name", "licence", "source", "images", "usual_distance"}
        ),
        "model": _model(described),
        "similar": similar.as_json(answer),
    }


def _model(described: Description) -> dict[str, Any] | None:
    made = described.model
    return None if made is None else made.model_dump(include={"name", "version", "sha256"})


def _print_table(neighbours: list[Neighbour], similar: SimilarImages) -> None:
    described = similar.atlas.description
    names = [again(described.name_of(one.item.code)) for one in neighbours]
    width = max(map(len, names), default=0)
    print_line(summary(neighbours, described))
    for one, name in zip(neighbours, names, strict=True):
        words = "; ".join(filter(None, (confirmed_words(one.item), patient_words(one.item))))
        print_line(f"{distance_words(one)}  {name:{width}}  {one.item.path}  ({words})")
    print_line(attribution(described))
    sys.stderr.write(f"{say(NOTE)} {say(STATEMENT)}\n")
