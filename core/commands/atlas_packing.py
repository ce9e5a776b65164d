"""``lentigo atlas pack`` and ``unpack``: a collection or a quiz in one file, and back."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.atlas import Atlas
from core.commands.numbers import number_of_images
from core.commands.printers import print_line
from core.errors import UsageError
from core.language import counted, say
from core.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.atlas.item import AtlasItem
    from core.commands.verbs import Verbs
    from core.learning.quiz.plan import QuizPlan


def add_packing(verbs: Verbs) -> None:
    """Add ``pack`` and ``unpack`` with their options."""
    _add_pack(verbs.add_parser("pack", help=say("a collection or a quiz into one file")))
    unpack = verbs.add_parser("unpack", help=say("bring such a file in, as an atlas"))
    add = unpack.add_argument
    add("package", type=Path, metavar="FILE")
    add("--out", type=Path, required=True, metavar="ATLAS", help=say("its folder"))
    add(
        "--images",
        type=Path,
        action="append",
        default=[],
        metavar="ATLAS",
        help=say("has images that were left out; repeat"),
    )
    add("--sha256", default="", metavar="HEX", help=say("refuse another file than this one"))


def _add_pack(pack: argparse.ArgumentParser) -> None:
    add = pack.add_argument
    add("atlas", type=Path, metavar="ATLAS")
    add("--out", type=Path, required=True, metavar="FILE")
    add("--name", required=True, help=say("what others will call it"))
    add("--author", default="", metavar="NAME", help=say("who made it"))
    add("--profile", default="", metavar="PROFILE", help=say("whose collection it is"))
    add("--collection", default="", metavar="NAME", help=say("its images; else all of the atlas"))
    add("--diagnosis", action="append", default=[], metavar="CODE", help=say("only this; repeat"))
    add("--quiz", type=number_of_images, metavar="N", help=say("a quiz of N questions about them"))
    add("--seconds", type=float, metavar="S", help=say("for each answer of the quiz"))
    add("--without-images", action="store_true", help=say("only labels, for who has the atlas"))
    add(
        "--own-rights",
        action="store_true",
        help=say("I hold the rights to all of these images, whatever the licences say"),
    )


def run_pack(arguments: argparse.Namespace) -> int:
    """Pack.

    Returns
    -------
    int
        0; 1 if some images did not go along.

    Raises
    ------
    LentigoError
        If there is nothing to pack, or it cannot be written.
    """
    from core.learning.package.packing import Packing, pack

    atlas = Atlas.open(arguments.atlas)
    items = _chosen(atlas, arguments)
    packing = Packing(
        name=arguments.name,
        author=arguments.author,
        made=datetime.now(UTC).astimezone().date(),
        images=not arguments.without_images,
        own_rights=arguments.own_rights,
        plan=_plan(arguments),
    )
    progress = Progress(len(items), sys.stderr, verb=say("pack"))
    packed = pack(atlas, items, packing, out=arguments.out, progress=progress)
    count = len(packed.manifest.items)
    told = counted("{count} image", "{count} images", count=count)
    print_line(f"{packed.path}: {told}")
    print_line(f"SHA-256: {packed.sha256}")
    _say_left_out(one.reason for one in packed.left_out)
    return int(bool(packed.left_out))


def run_unpack(arguments: argparse.Namespace) -> int:
    """Bring a package in.

    Returns
    -------
    int
        0; 1 if some of its images are not there.

    Raises
    ------
    LentigoError
        If it cannot be used.
    """
    from core.learning.package.unpacking import unpack

    atlases = [Atlas.open(folder) for folder in arguments.images]
    brought = unpack(arguments.package, arguments.out, atlases=atlases, sha256=arguments.sha256)
    described, manifest = brought.atlas.description, brought.manifest
    told = counted("{count} image", "{count} images", count=described.images)
    print_line(f"{brought.atlas.folder}: {described.name}, {told}")
    print_line(say("Licence: {licence}", licence=described.licence))
    print_line(say("Source: {source}", source=described.source))
    if manifest.author:
        print_line(say("Made by: {author}", author=manifest.author))
    _say_left_out([say("neither in the file nor in the atlases named")] * len(brought.missing))
    return int(bool(brought.missing))


def _chosen(atlas: Atlas, arguments: argparse.Namespace) -> list[AtlasItem]:
    items = atlas.library.every()
    if arguments.collection:
        wanted = _collected(arguments.profile, arguments.collection)
        items = [item for item in items if item.sha256 in wanted]
    codes = arguments.diagnosis
    return [item for item in items if not codes or item.code in codes]


def _collected(profile: str, name: str) -> set[str]:
    from core.learning.collecting.own import collection_named, own_profile
    from core.learning.store.store import LearningStore

    with closing(LearningStore.open()) as store:
        found = collection_named(store, own_profile(store, profile), name)
        return {mark.sha256 for mark in store.collected(found)}


def _plan(arguments: argparse.Namespace) -> QuizPlan | None:
    from core.learning.quiz.plan import QuizPlan

    if arguments.quiz is None:
        return None
    try:
        return QuizPlan(count=arguments.quiz, seconds=arguments.seconds)
    except ValueError as error:
        raise UsageError(
            say("A quiz has up to 500 questions, and gives up to an hour for each answer.")
        ) from error


def _say_left_out(reasons: Iterable[str]) -> None:
    for reason, count in Counter(reasons).items():
        images = counted("{count} image", "{count} images", count=count)
        sys.stderr.write(say("Left out: {images}, because {reason}.", images=images, reason=reason))
        sys.stderr.write("\n")
