"""``python -m benchmarks.performance``: measures everything, prints it, and writes the page.

With ``--quick`` few rounds are made, and the page goes to ``build`` unless told otherwise.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # its start-up chatter is not ours

from benchmarks import window
from benchmarks.performance.answering import answering
from benchmarks.performance.kept import atlas, cases
from benchmarks.performance.many import bulk, feeding
from benchmarks.performance.page import figures_of, page_of, terminal_of
from benchmarks.performance.place import Place
from benchmarks.performance.room import ROOT, room
from benchmarks.performance.rows import Section
from benchmarks.performance.starting import lively, starting
from benchmarks.pictures import write_pictures
from benchmarks.rivals.field import Field, write_task
from benchmarks.rivals.systems import SYSTEMS
from benchmarks.rivals.unavailable import Unavailable
from benchmarks.screens import OFFSCREEN, screens
from core.model import Bundle
from core.paths import model_folder

PAGE: Final = ROOT / "docs" / "performance.md"
_BUILD: Final = ROOT / "build"
_IMAGES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to measure.

    Parameters
    ----------
    rounds, starts, bulk_rounds : int
        Of answers, of starts, and of many images.
    bulk_images, feed_images, opened : int
        Files in a round of bulk and of feeding, and in the window.
    atlas_images, lesions : int
        That are kept.
    seconds : float
        How long the window is watched.
    """

    rounds: int
    starts: int
    bulk_rounds: int
    bulk_images: int
    feed_images: int
    opened: int
    atlas_images: int
    lesions: int
    seconds: float


FULL: Final = Effort(
    rounds=30, starts=5, bulk_rounds=3, bulk_images=100, feed_images=500, opened=200,
    atlas_images=100_000, lesions=50_000, seconds=40.0,
)  # fmt: skip
QUICK: Final = Effort(
    rounds=3, starts=1, bulk_rounds=1, bulk_images=32, feed_images=64, opened=20,
    atlas_images=2_000, lesions=1_000, seconds=8.0,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write.

    Returns
    -------
    int
        0, or 1 where Lentigo itself falls silent.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.performance", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, to try it")
    parser.add_argument("--page", type=Path, metavar="FILE", help="default: docs/performance.md")
    parser.add_argument("--figures", type=Path, metavar="FILE", help="default: in build, as JSON")
    given = parser.parse_args(arguments)
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # the page is about processors, for everybody
    page = given.page or (_BUILD / PAGE.name if given.quick else PAGE)
    figures = given.figures or _BUILD / "performance.json"
    bundle = Bundle.load(model_folder())
    place = Place.here(model=f"{bundle.card.name} {bundle.card.version}", quick=given.quick)
    sections = []
    try:
        for section in measured(bundle, QUICK if given.quick else FULL):
            _say(terminal_of(section))
            sections.append(section)
    except Unavailable as why:
        sys.stderr.write(f"{why} Nothing is written.\n")
        return 1
    for file, text in ((page, page_of(sections, place)), (figures, figures_of(sections, place))):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        _say(f"\n{file} is written")
    return 0


def measured(bundle: Bundle, effort: Effort) -> Iterator[Section]:
    """Measure one thing after the other."""
    with tempfile.TemporaryDirectory(prefix="lentigo-bench-") as name:
        folder = Path(name)
        yield from _beside_others(bundle, effort, folder)
        yield from _windows(effort, folder)
    yield bulk(bundle, images=effort.bulk_images, rounds=effort.bulk_rounds)
    yield from feeding(images=effort.feed_images, rounds=effort.bulk_rounds)
    yield atlas(images=effort.atlas_images, rounds=effort.bulk_rounds)
    yield cases(lesions=effort.lesions, rounds=effort.bulk_rounds)
    yield room()


def _beside_others(bundle: Bundle, effort: Effort, folder: Path) -> Iterator[Section]:
    images = write_pictures(folder / "images", images=_IMAGES)
    task = write_task(bundle, folder / "task")
    field = Field.gathered(SYSTEMS, task=task, say=_say)
    yield from answering(field, graph=bundle.graph or b"", images=images, rounds=effort.rounds)
    place = window.Place({"QT_QPA_PLATFORM": OFFSCREEN}, folder / "settings")
    yield starting(field, image=images[0], place=place, rounds=effort.starts)


def _windows(effort: Effort, folder: Path) -> Iterator[Section]:
    write_pictures(folder / "opened", images=effort.opened)
    with screens() as found:
        # An X server where there is one: it is what users have.
        place = window.Place([*found.values()][-1], folder / "settings")
        watched = window.holds(place, folder / "opened", seconds=effort.seconds)
        yield from lively(watched, images=effort.opened)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
