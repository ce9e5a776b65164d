"""``lentigo atlas check``: what is wrong with an atlas, and what can still be read of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from core.atlas.check import Problem, check_images, examine, rescue
from core.commands.atlas_words import how_many, say_contradictions
from core.language import counted, in_english, say
from core.progress import Progress


def check(arguments: argparse.Namespace) -> int:
    """Print what is wrong, and rescue what can be read where that is wanted.

    Returns
    -------
    int
        0 if nothing is wrong, else 1.

    Raises
    ------
    LentigoError
        If there is no atlas, or nothing can be rescued.
    """
    found = examine(arguments.atlas)
    progress = Progress(len(found.items), sys.stderr, verb=say("check"))
    problems = [*found.problems, *check_images(found.items, progress=progress)]
    if arguments.json:
        _print_json(problems)
    else:
        _print_problems(problems)
        say_contradictions({item.id: item for item in found.items}, found.pairs)
    if arguments.rescue is not None:
        atlas = rescue(arguments.atlas, into=arguments.rescue).atlas
        sys.stderr.write(f"{atlas.folder}: {how_many(atlas)}\n")
    return int(bool(problems))


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        sys.stdout.write(f"{problem.path}: {problem.message}\n")
    if problems:
        words = counted("{count:,} problem", "{count:,} problems", count=len(problems))
    else:
        words = say("Nothing is wrong.")
    sys.stdout.write(f"{words}\n")


def _print_json(problems: Sequence[Problem]) -> None:
    values = [
        {"flaw": one.flaw, "path": str(one.path), "message": in_english(one.message)}
        for one in problems
    ]
    sys.stdout.write(f"{json.dumps(values, indent=2)}\n")
