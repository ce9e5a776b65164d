"""``lentigo audit``: who saw, gave out and deleted what, and whether that record is whole."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from core.cases.audit.trail import Entry
from core.commands.case_options import add_case_options
from core.commands.passphrase_options import add_passphrase_option, open_cases
from core.commands.printers import print_line
from core.language import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done, each with its options."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify|list")
    check = verbs.add_parser("verify", help=say("check that no entry was changed or removed"))
    check.add_argument(
        "--noted",
        default="",
        metavar="CHECKSUM",
        help=say("a checksum that was printed earlier, and must still be there"),
    )
    show = verbs.add_parser("list", help=say("show the entries"))
    show.add_argument("--json", action="store_true", help=say("one JSON object a line"))
    for verb in (check, show):
        add_case_options(verb)
        add_passphrase_option(verb)


def run(arguments: argparse.Namespace) -> int:
    """Do it.

    Returns
    -------
    int
        0.

    Raises
    ------
    StoreError
        If the cases cannot be opened, or the trail is not as it was written.
    """
    store = open_cases(arguments)
    try:
        if arguments.verb == "verify":
            _say(store.audit.verify(noted=arguments.noted))
        else:
            for entry in store.audit.entries():
                print_line(json.dumps(asdict(entry)) if arguments.json else _line(entry))
    finally:
        store.close()
    return 0


def _say(last: Entry | None) -> None:
    if last is None:
        sys.stdout.write(say("The audit trail is empty.") + "\n")
        return
    words = say(
        "The audit trail is whole: {number} entries, the last of {moment}.\nIts checksum, to be "
        "noted elsewhere: {checksum}",
        number=last.number,
        moment=last.moment,
        checksum=last.checksum,
    )
    sys.stdout.write(f"{words}\n")


def _line(entry: Entry) -> str:
    said = f"{entry.moment}  {entry.who}  {entry.act}  {entry.subject}"
    return f"{said}  {entry.details}" if entry.details else said
