"""``lentigo cases``: where cases lie, how many there are, and whether all of them is whole."""

from __future__ import annotations

import argparse
import sys

from core.cases.health import Health
from core.commands.case_options import add_case_options
from core.commands.cases_export import add_export
from core.commands.cases_protection import add_protection
from core.commands.passphrase_options import add_passphrase_option, open_cases
from core.language import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``cases``."""
    parser.add_argument("--deep", action="store_true", help=say("read every original to its end"))
    parser.add_argument(
        "--tidy", action="store_true", help=say("remove originals that no image refers to")
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
            sys.stdout.write(
                say("{count} originals removed that no image referred to", count=store.tidy())
                + "\n"
            )
        health = store.examine(deep=arguments.deep)
    finally:
        store.close()
    lines = [
        say("database: {words}", words=store.address.words),
        say("images: {images}", images=store.address.images),
        say("{lesions} lesions, {images} images", lesions=health.lesions, images=health.images),
        *_findings(health),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(not health.good)


def _findings(health: Health) -> list[str]:
    lines: list[str] = [
        say("database: {complaint}", complaint=complaint) for complaint in health.database
    ]
    lines += [
        say("not in the image store any more: {sha256}", sha256=sha256) for sha256 in health.missing
    ]
    lines += [say("changed on the disk: {sha256}", sha256=sha256) for sha256 in health.changed]
    if health.strangers:
        lines.append(
            say(
                "{count} originals belong to no image; --tidy removes them",
                count=len(health.strangers),
            )
        )
    return lines if not health.good else [*lines, say("all is whole")]
