"""``lentigo atlas info``: what an atlas holds."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Final

from core.atlas import Atlas
from core.atlas.description import Description
from core.commands.atlas_words import copies_words, how_many, say_rest, say_skipped
from core.language import again, number, say

_SHOWN: Final = 20


def info(arguments: argparse.Namespace) -> int:
    """Print it.

    Returns
    -------
    int
        0.

    Raises
    ------
    AtlasError
        If there is no atlas, or it is damaged.
    """
    atlas = Atlas.open(arguments.atlas)
    if arguments.json:
        sys.stdout.write(f"{json.dumps(atlas.description.model_dump(), indent=2)}\n")
        return 0
    sys.stdout.write("\n".join(_lines(atlas)) + "\n")
    _say_contradictions(atlas)
    say_skipped(atlas.library.skipped())
    return 0


def _lines(atlas: Atlas) -> Iterator[str]:
    described = atlas.description
    yield f"{described.name}: {how_many(atlas)}"
    if described.synthetic:
        yield say("The images are drawings that show nobody.")
    yield say("Licence: {licence}", licence=described.licence)
    yield say("Source: {source}", source=described.source)
    yield _model_words(described)
    yield say("Built: {created}", created=described.created)
    for entry in described.classes.values():
        yield f"{number(entry.images, ','):>7}  {again(entry.name)}"
    yield from copies_words(described)
    if not described.compared:
        yield say("Pictures that look alike were not looked for, only files of equal bytes.")


def _model_words(described: Description) -> str:
    model = described.model
    if model is None:
        return say("Model: none, so nothing similar can be found in it")
    return say(
        "Model: {name} {version} ({sha256})",
        name=model.name,
        version=model.version,
        sha256=model.sha256[:12],
    )


def _say_contradictions(atlas: Atlas) -> None:
    torn = [pair for pair in atlas.library.pairs() if pair.contradicting]
    if not torn:
        return
    sys.stderr.write(f"{say('These show the same under different diagnoses:')}\n")
    for pair in islice(torn, _SHOWN):
        first, second = atlas.library.items([pair.first, pair.second])
        sys.stderr.write(f"  {first.path} ({first.code}), {second.path} ({second.code})\n")
    say_rest(len(torn) - _SHOWN)
