"""``lentigo restore``: a backup put back into an empty store."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.cases.backup.restore import restore_backup
from core.cases.backup.sealed import is_sealed
from core.commands.case_options import add_case_options, case_address
from core.commands.passphrase_options import add_passphrase_option, passphrase_for
from core.language import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``restore``."""
    parser.add_argument("file", type=Path, metavar="FILE", help=say("from `lentigo backup`"))
    add_case_options(parser)
    add_passphrase_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Put it back."""
    address = case_address(arguments)
    sealed = address.sealed or is_sealed(arguments.file)
    passphrase = passphrase_for(arguments, sealed=sealed)
    manifest = restore_backup(arguments.file, address, passphrase=passphrase)
    sys.stdout.write(
        say(
            "{words}: {patients} patients, {lesions} lesions, as of {made}",
            words=address.words,
            patients=manifest.rows["patients"],
            lesions=manifest.rows["lesions"],
            made=manifest.made,
        )
        + "\n"
    )
    return 0
