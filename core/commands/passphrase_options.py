"""Where commands have the passphrase of cases from: a file, or a prompt; never their own line."""

from __future__ import annotations

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Final

from core.cases.store import CaseStore
from core.commands.case_options import case_address
from core.errors import StoreSealed, UsageError
from core.language import marked, say
from core.reasons import why

_VARIABLE: Final = "LENTIGO_PASSPHRASE_FILE"
_NO_TERMINAL: Final = marked(
    "A passphrase is needed, and there is no terminal to ask for it: name a file that holds it "
    "with --passphrase-file, or $LENTIGO_PASSPHRASE_FILE."
)
_ASKED: Final = marked("Passphrase of the cases: ")
_ASKED_NEW: Final = marked("New passphrase of the cases: ")
_ASKED_AGAIN: Final = marked("The new passphrase again: ")


def add_passphrase_option(parser: argparse.ArgumentParser, *, default: object = None) -> None:
    """Add ``--passphrase-file``."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        default=default,
        help=say(
            "holds the passphrase of the cases in its first line; default: "
            "$LENTIGO_PASSPHRASE_FILE, else it is asked for"
        ),
    )


def open_cases(arguments: argparse.Namespace) -> CaseStore:
    """Open the cases that the options name.

    Raises
    ------
    StoreError
        If they cannot be opened.
    """
    address = case_address(arguments)
    return CaseStore.open(address, passphrase=passphrase_for(arguments, sealed=address.sealed))


def passphrase_for(arguments: argparse.Namespace, *, sealed: bool) -> str | None:
    """Give the passphrase of what is sealed; None for all else, without asking."""
    return current_passphrase(arguments) if sealed else None


def current_passphrase(arguments: argparse.Namespace) -> str:
    """Read the passphrase, or ask for it.

    Raises
    ------
    StoreSealed
        If there is nobody to ask.
    UsageError
        If the file cannot be read.
    """
    named = arguments.passphrase_file or os.environ.get(_VARIABLE)
    return _first_line(Path(named)) if named else _asked(say(_ASKED))


def new_passphrase(named: Path | None) -> str:
    """Read a passphrase that is to be from now on, or ask for it twice; errors are as above.

    Raises
    ------
    UsageError
        If both are not the same.
    """
    if named is not None:
        return _first_line(named)
    typed = _asked(say(_ASKED_NEW))
    if _asked(say(_ASKED_AGAIN)) != typed:
        raise UsageError(say("The two are not the same; nothing was changed."))
    return typed


def new_passphrase_of(arguments: argparse.Namespace) -> str:
    """Read the passphrase of cases that have had none."""
    named = arguments.passphrase_file or os.environ.get(_VARIABLE)
    return new_passphrase(Path(named) if named else None)


def _asked(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise StoreSealed(say(_NO_TERMINAL))
    return getpass(prompt)


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").split("\n", maxsplit=1)[0].removesuffix("\r")
    except OSError as error:
        raise UsageError(
            say("{source} cannot be read: {reason}.", source=path, reason=why(error)),
            value=path,
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(say("{source} is no text in UTF-8.", source=path), value=path) from error
