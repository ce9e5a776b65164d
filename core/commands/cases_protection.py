"""``lentigo cases encrypt|decrypt|passphrase``: cases under a passphrase, out again, or another."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.case_options import add_case_options, case_address
from core.commands.passphrase_options import (
    add_passphrase_option,
    current_passphrase,
    new_passphrase,
    new_passphrase_of,
)
from core.language import say

if TYPE_CHECKING:
    from core.commands.verbs import Verbs


def add_protection(actions: Verbs) -> None:
    """Add the three to the actions of ``cases``."""
    encrypt = actions.add_parser(
        "encrypt", help=say("protect the cases with a passphrase, which nobody can recover")
    )
    decrypt = actions.add_parser("decrypt", help=say("take the passphrase away"))
    change = actions.add_parser("passphrase", help=say("change the passphrase"))
    change.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="FILE",
        help=say("holds the new one in its first line; default: it is asked for"),
    )
    for parser in (encrypt, decrypt, change):
        # What stands before the action counts as well.
        add_case_options(parser, default=argparse.SUPPRESS)
        add_passphrase_option(parser, default=argparse.SUPPRESS)
    encrypt.set_defaults(act=_encrypt)
    decrypt.set_defaults(act=_decrypt)
    change.set_defaults(act=_change)


def _encrypt(arguments: argparse.Namespace) -> int:
    from core.cases.vault.conversion import encrypt

    address = case_address(arguments)
    encrypt(address, new_passphrase_of(arguments))
    sys.stdout.write(
        say(
            "{cases}: encrypted. Keep the passphrase: without it nobody can read them again. "
            "Backups made before are not encrypted.",
            cases=address.words,
        )
        + "\n"
    )
    return 0


def _decrypt(arguments: argparse.Namespace) -> int:
    from core.cases.vault.conversion import decrypt

    address = case_address(arguments)
    decrypt(address, current_passphrase(arguments))
    sys.stdout.write(say("{cases}: decrypted.", cases=address.words) + "\n")
    return 0


def _change(arguments: argparse.Namespace) -> int:
    from core.cases.vault.conversion import change_passphrase

    address = case_address(arguments)
    old = current_passphrase(arguments)
    change_passphrase(address, old, new_passphrase(arguments.new_passphrase_file))
    sys.stdout.write(
        say(
            "{cases}: the passphrase is changed. Backups made before open with the old one.",
            cases=address.words,
        )
        + "\n"
    )
    return 0
