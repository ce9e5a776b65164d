"""``lentigo cases``: where cases lie, how many there are, and whether all of them is whole."""

from __future__ import annotations

import argparse
import sys

from core.cases.health import Health
from core.cases.search import LesionQuery
from core.commands.case_options import add_case_options
from core.commands.cases_export import add_export
from core.commands.cases_protection import add_protection
from core.commands.passphrase_options import add_passphrase_option, open_cases


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``cases``."""
    parser.add_argument("--deep", action="store_true", help="read every original to its end")
    parser.add_argument(
        "--tidy", action="store_true", help="remove originals that no image refers to"
    )
    add_case_options(parser)
    add_passphrase_option(parser)
    parser.set_defaults(action=None)
    actions = parser.add_subparsers(
        dest="action", metavar="[export FILE | encrypt | decrypt | passphrase]"
    )
    add_export(actions)
    add_protection(actions)


def run(arguments: argparse.Namespace) -> int:
    """Examine the store, or do with it what is named.

    Returns
    -------
    int
        0; 1 if something is lost.
    """
    if arguments.action is not None:
        return int(arguments.act(arguments))
    store = open_cases(arguments)
    try:
        if arguments.tidy:
            sys.stdout.write(f"{store.tidy()} originals removed that no image referred to\n")
        health = store.examine(deep=arguments.deep)
        lesions = store.find(LesionQuery(size=1)).total
    finally:
        store.close()
    lines = [
        f"database: {store.address.words}",
        f"images: {store.address.images}",
        f"{lesions} lesions, {health.images} images",
        *_findings(health),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(not health.good)


def _findings(health: Health) -> list[str]:
    lines = [f"database: {complaint}" for complaint in health.database]
    lines += [f"not in the image store any more: {sha256}" for sha256 in health.missing]
    lines += [f"changed on the disk: {sha256}" for sha256 in health.changed]
    if health.strangers:
        lines.append(f"{len(health.strangers)} originals belong to no image; --tidy removes them")
    return lines if not health.good else [*lines, "all is whole"]
