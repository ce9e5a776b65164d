"""``lentigo model``: which model is used, installing another one, and going back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.installed.pointer import folder_of, model_in_use, models_folder, read_pointer
from core.installed.replacing import go_back, install
from core.language import say
from core.model.bundle import Bundle


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="info|install|back")
    verbs.add_parser("info", help=say("say which model is used, who signed it, and the former"))
    new = verbs.add_parser("install", help=say("verify a bundle, and use it from now on"))
    new.add_argument("bundle", type=Path, metavar="DIR")
    verbs.add_parser("back", help=say("use the former model again"))


def run(arguments: argparse.Namespace) -> int:
    """Do it, and say what is used now.

    Returns
    -------
    int
        0.

    Raises
    ------
    LentigoError
        If it cannot be done; then all is as it was.
    """
    folder = models_folder()
    if arguments.verb == "install":
        install(arguments.bundle, folder=folder)
    elif arguments.verb == "back":
        go_back(folder)
    sys.stdout.write(_words(Bundle.load(model_in_use())) + "\n")
    former = read_pointer(folder).former
    if former is not None:
        identity = Bundle.load(folder_of(folder, former)).identity
        name = f"{identity.name} {identity.version}"
        sys.stdout.write(say("to go back to: {name}", name=name) + "\n")
    return 0


def _words(bundle: Bundle) -> str:
    signed = (
        say("not signed")
        if bundle.signature is None
        else say(
            "signed by {name}, key {key}",
            name=bundle.signature.name,
            key=bundle.signature.public_key,
        )
    )
    return say(
        "{name} {version}, {signed}, in {folder}",
        name=bundle.card.name,
        version=bundle.card.version,
        signed=signed,
        folder=bundle.folder,
    )
