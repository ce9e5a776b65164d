"""``lentigo atlas info``: what an atlas holds."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from core.atlas import Atlas
from core.atlas.description import Description
from core.commands.atlas_words import copies_words, how_many, say_contradictions, say_skipped
from core.language import again, number, say


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
    pairs = atlas.library.pairs()
    named = sorted({number for pair in pairs for number in (pair.first, pair.second)})
    say_contradictions({item.id: item for item in atlas.library.items(named)}, pairs)
    say_skipped(atlas.library.skipped())
    return 0


def _lines(atlas: Atlas) -> Iterator[str]:
    described = atlas.description
    yield f"{again(described.name)}: {how_many(atlas)}"
    if described.synthetic:
        yield say("The images are drawings that show nobody.")
    yield say("Licence: {licence}", licence=again(described.licence))
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
