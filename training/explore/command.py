"""``python -m training explore DATA --out DIR``: what a data set holds, as page and numbers."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from core.datasets import read_dataset
from core.progress import Progress
from training.augmentation_settings import AugmentationSettings
from training.console import own_command, say
from training.explore.page import render
from training.explore.report import as_json
from training.explore.survey import LOOKED_AT, SEED, Survey, survey
from training.explore.views import augment
from training.options import at_least
from training.pages.files import prepare_folder, write_text
from training.pages.text import plural
from training.run import runs_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``explore``."""
    parser.add_argument("data", type=Path, metavar="DATA", help="the data set")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="for the report")
    parser.add_argument(
        "--limit",
        type=at_least(1),
        default=LOOKED_AT,
        metavar="N",
        help="images to look at, for sizes, colours and samples; default: %(default)s",
    )
    parser.add_argument(
        "--seed", type=at_least(0), default=SEED, metavar="N", help="default: %(default)s"
    )


def run(arguments: argparse.Namespace) -> int:
    """Survey the data set, write explore.html and explore.json.

    Returns
    -------
    int
        0; 1 if an image that was looked at could not be read.
    """
    prepare_folder(arguments.out)
    dataset = read_dataset(arguments.data, cache=runs_folder())
    found = survey(dataset, limit=arguments.limit, seed=arguments.seed, progress=_progress())
    write_report(found, folder=arguments.out)
    say(f"{plural(found.images, 'image')}. Report: {arguments.out / 'explore.html'}")
    return 1 if found.looks.unreadable else 0


def write_report(found: Survey, *, folder: Path) -> None:
    """Write the page and the numbers.

    Raises
    ------
    ReportNotWritten
        If the folder refuses.
    """
    settings = AugmentationSettings()
    made = f"{own_command()}, {_now()}"
    firsts = [look for code in found.codes for look in found.looks.of(code)[:1]]
    views = augment(firsts, settings, seed=found.seed)
    write_text(folder / "explore.html", render(found, views, settings=settings, made=made))
    content = as_json(found, settings=settings, made=made)
    write_text(folder / "explore.json", json.dumps(content, indent=2, allow_nan=False) + "\n")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _progress() -> Callable[[int, int], None]:
    line: list[Progress] = []

    def told(done: int, total: int) -> None:
        if not line:
            line.append(Progress(total, sys.stderr, verb="explore"))
        line[0](done)

    return told
