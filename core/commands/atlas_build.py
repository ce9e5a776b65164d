"""``lentigo atlas build`` and ``starter``: bring in labelled images, or drawings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from core.commands.atlas_words import copies_words, how_many, say_skipped
from core.commands.model_options import open_model
from core.errors import UsageError
from core.language import say
from core.priority import give_way
from core.progress import Progress

if TYPE_CHECKING:
    from core.atlas import Atlas
    from core.datasets import Dataset
    from core.datasets.layout import Columns

_OFTEN: Final = 1.0
_SELDOM: Final = 10.0


def build(arguments: argparse.Namespace) -> int:
    """Build it, and say what came of it.

    Returns
    -------
    int
        0; 1 if some images are not in it.

    Raises
    ------
    LentigoError
        If it cannot be built.
    """
    from core.atlas.build import build_atlas
    from core.learning.package.unpacking import hand_on

    if arguments.background:
        give_way()
    source = _source(arguments)
    dataset = _dataset(arguments, source)
    classifier = None if arguments.no_model else open_model(arguments)
    total = min(len(dataset.samples), arguments.limit or len(dataset.samples))
    pause = _OFTEN if arguments.background else _SELDOM
    verb = say("read") if classifier is None else say("embed")
    try:
        built = build_atlas(
            dataset,
            classifier,
            out=arguments.out,
            limit=arguments.limit,
            copy=arguments.copy,
            formerly=() if source is None else source.library.skipped(),
            progress=Progress(total, sys.stderr, verb=verb, pause=pause),
            comparing=_comparing(pause),
        )
    except KeyboardInterrupt:
        words = say("Stopped. What is done is kept: the same command goes on from there.")
        sys.stderr.write(f"\n{words}\n")
        raise
    hand_on(None if source is None else source.folder, to=arguments.out)
    say_skipped(built.skipped)
    sys.stdout.write(f"{built.atlas.folder}: {how_many(built.atlas)}\n")
    for line in copies_words(built.atlas.description):
        sys.stdout.write(f"  {line}\n")
    return int(bool(built.skipped))


def _source(arguments: argparse.Namespace) -> Atlas | None:
    """Open the atlas of which another is wanted; None where the images are no atlas."""
    from core.atlas import Atlas
    from core.datasets.layout import Layout, look_at

    is_atlas = look_at(arguments.data).layout is Layout.ATLAS
    return Atlas.open(arguments.data) if is_atlas else None


def _dataset(arguments: argparse.Namespace, source: Atlas | None) -> Dataset:
    from core.atlas.again import dataset_of
    from core.datasets import read_dataset

    if source is not None:
        return dataset_of(source)
    return read_dataset(arguments.data, cache=arguments.out, columns=_columns(arguments))


def _columns(arguments: argparse.Namespace) -> Columns | None:
    """Return the columns that were named; None where their names shall tell."""
    from core.datasets.layout import Columns

    paths, labels = arguments.path_column, arguments.label_column
    if not paths and not labels:
        return None
    if not (paths and labels):
        raise UsageError(say("Name both columns: --path-column and --label-column."))
    return Columns(paths, labels)


def _comparing(pause: float) -> Callable[[int, int], None]:
    """Show how far the comparison is, from when it begins."""
    shown: list[Progress] = []

    def tell(done: int, total: int) -> None:
        if not shown:
            shown.append(Progress(total, sys.stderr, verb=say("compare"), pause=pause))
        if done:
            shown[0](done)

    return tell


def starter(arguments: argparse.Namespace) -> int:
    """Draw an atlas of phantoms.

    Returns
    -------
    int
        0.

    Raises
    ------
    OutputError
        If the folder cannot be written.
    """
    from core.atlas import starter as drawings

    if arguments.background:
        give_way()
    pause = _OFTEN if arguments.background else _SELDOM
    progress = Progress(drawings.count(), sys.stderr, verb=say("draw"), pause=pause)
    built = drawings.build_starter(arguments.out, progress=progress)
    sys.stdout.write(f"{built.atlas.folder}: {how_many(built.atlas)}\n")
    return 0
