"""``lentigo backup``: all cases in one file, verified."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.cases.backup.sealed import is_sealed, seal_of
from core.cases.backup.verify import verify
from core.commands.case_options import add_case_options
from core.commands.passphrase_options import (
    add_passphrase_option,
    open_cases,
    passphrase_for,
)
from core.language import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``backup``."""
    parser.add_argument("file", type=Path, metavar="FILE", help=say("the backup to write"))
    parser.add_argument(
        "--verify", action="store_true", help=say("only read FILE and say whether it is whole")
    )
    add_case_options(parser)
    add_passphrase_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write a backup, or verify one.

    Returns
    -------
    int
        0; 1 if the store itself has lost originals, which the backup then lacks.
    """
    if arguments.verify:
        passphrase = passphrase_for(arguments, sealed=is_sealed(arguments.file))
        manifest = verify(arguments.file, seal_of(arguments.file, passphrase))
    else:
        store = open_cases(arguments)
        try:
            manifest = store.back_up(arguments.file)
        finally:
            store.close()
    images = sum(name.startswith("images/") for name in manifest.sha256)
    sys.stdout.write(
        say(
            "{file}: {patients} patients, {lesions} lesions, {images} images, verified",
            file=arguments.file,
            patients=manifest.rows["patients"],
            lesions=manifest.rows["lesions"],
            images=images,
        )
        + "\n"
    )
    if manifest.missing:
        sys.stderr.write(
            say(
                "{count} originals are not in the image store any more or have been changed "
                "there; all else is in the backup. See: lentigo cases",
                count=len(manifest.missing),
            )
            + "\n"
        )
    return int(bool(manifest.missing))
