"""``lentigo self-test``: whether this installation does what it should."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from core.commands.info import version
from core.commands.printers import print_line
from core.installed.pointer import model_in_use
from core.language import Language, again, current, marked, say, speaking
from core.selftest.check import Check, Outcome
from core.selftest.run import all_well, as_values, self_test

OUTCOMES: Final = {
    Outcome.PASSED: marked("passed"),
    Outcome.FAILED: marked("FAILED"),
    Outcome.SKIPPED: marked("skipped"),
}
"""As they are said to people."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``self-test``."""
    parser.add_argument(
        "--json", action="store_true", help=say("one JSON object on standard output")
    )
    parser.add_argument(
        "--model",
        type=Path,
        metavar="DIR",
        help=say("the model bundle (default: the one that ships)"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Make every check, and print what came of it.

    Returns
    -------
    int
        0; 1 if a check failed.
    """
    # Machines get English, whatever the user speaks.
    with speaking(Language.ENGLISH if arguments.json else current()):
        checks = self_test(model_in_use(arguments.model))
    if arguments.json:
        print_line(json.dumps(as_values(checks, version=version()), indent=2))
    else:
        _print(checks)
    return int(not all_well(checks))


def _print(checks: list[Check]) -> None:
    words = {outcome: say(text) for outcome, text in OUTCOMES.items()}
    width = max(map(len, words.values()))
    for check in checks:
        print_line(f"{words[check.outcome]:{width}}  {again(check.sentence)}")
    good = say("Lentigo works here."), say("Lentigo does not work here as it should.")
    sys.stdout.write(f"{good[not all_well(checks)]}\n")
