"""``lentigo atlas``: build an atlas of labelled images, or say what one holds."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from core.atlas import Atlas, Skipped
from core.commands.model_options import add_model_options, open_model
from core.commands.numbers import number_of_images
from core.language import again, counted, number, say
from core.priority import give_way
from core.progress import Progress

_SHOWN: Final = 20
_OFTEN: Final = 1.0
_SELDOM: Final = 10.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``build`` and ``info`` with their options."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    build = verbs.add_parser("build", help=say("embed labelled images; go on where it was stopped"))
    build.add_argument(
        "data",
        type=Path,
        metavar="DATA",
        help=say("HAM10000's folder, a folder of class folders, or a CSV of paths and labels"),
    )
    build.add_argument("--out", type=Path, required=True, metavar="ATLAS", help=say("its folder"))
    build.add_argument(
        "--limit", type=number_of_images, metavar="N", help=say("only N images, drawn at random")
    )
    build.add_argument(
        "--background",
        action="store_true",
        help=say("give way to other programs, and say every second how far it is"),
    )
    add_model_options(build)
    info = verbs.add_parser("info", help=say("say what an atlas holds"))
    info.add_argument("atlas", type=Path, metavar="ATLAS")
    info.add_argument("--json", action="store_true", help=say("one JSON object on standard output"))


def run(arguments: argparse.Namespace) -> int:
    """Build or describe.

    Returns
    -------
    int
        0; 1 if some images could not be read.

    Raises
    ------
    LentigoError
        If it cannot be done at all.
    """
    return _build(arguments) if arguments.verb == "build" else _info(arguments)


def _build(arguments: argparse.Namespace) -> int:
    from core.atlas.build import build_atlas
    from core.datasets import read_dataset

    if arguments.background:
        give_way()
    dataset = read_dataset(arguments.data, cache=arguments.out)
    classifier = open_model(arguments)
    total = min(len(dataset.samples), arguments.limit or len(dataset.samples))
    pause = _OFTEN if arguments.background else _SELDOM
    progress = Progress(total, sys.stderr, verb=say("embed"), pause=pause)
    try:
        built = build_atlas(
            dataset, classifier, out=arguments.out, limit=arguments.limit, progress=progress
        )
    except KeyboardInterrupt:
        words = say("Stopped. What is done is kept: the same command goes on from there.")
        sys.stderr.write(f"\n{words}\n")
        raise
    _say_skipped(built.skipped)
    sys.stdout.write(f"{built.atlas.folder}: {_counts(built.atlas)}\n")
    return int(bool(built.skipped))


def _info(arguments: argparse.Namespace) -> int:
    atlas = Atlas.open(arguments.atlas)
    if arguments.json:
        sys.stdout.write(f"{json.dumps(atlas.description.model_dump(), indent=2)}\n")
        return 0
    described = atlas.description
    model = described.model
    lines = [
        f"{described.name}: {_counts(atlas)}",
        say("Licence: {licence}", licence=described.licence),
        say("Source: {source}", source=described.source),
        say(
            "Model: {name} {version} ({sha256})",
            name=model.name,
            version=model.version,
            sha256=model.sha256[:12],
        ),
        say("Built: {created}", created=described.created),
        *(
            f"{number(entry.images, ','):>7}  {again(entry.name)}"
            for entry in described.classes.values()
        ),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    _say_skipped(atlas.library.skipped())
    return 0


def _counts(atlas: Atlas) -> str:
    described = atlas.description
    if described.lesions is None:
        return say("{images:,} images", images=described.images)
    return say(
        "{images:,} images of {lesions:,} lesions",
        images=described.images,
        lesions=described.lesions,
    )


def _say_skipped(skipped: tuple[Skipped, ...] | list[Skipped]) -> None:
    if not skipped:
        return
    head = counted(
        "{count:,} image could not be read:",
        "{count:,} images could not be read:",
        count=len(skipped),
    )
    sys.stderr.write(f"{head}\n")
    for one in skipped[:_SHOWN]:
        sys.stderr.write(f"  {one.path}: {again(one.message)}\n")
    if len(skipped) > _SHOWN:
        sys.stderr.write(say("  and {count:,} more", count=len(skipped) - _SHOWN) + "\n")
