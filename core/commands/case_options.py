"""Options of the commands that work on cases: where these lie."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from core.cases.address import CaseAddress
from core.language import say


def add_case_options(parser: argparse.ArgumentParser, *, default: object = None) -> None:
    """Add ``--database`` and ``--images``."""
    parser.add_argument(
        "--database",
        metavar="FILE|URL",
        default=default,
        help=say(
            "an SQLite file, or postgresql://USER@HOST/NAME; default: $LENTIGO_CASES, else the "
            "user's own"
        ),
    )
    parser.add_argument(
        "--images",
        type=Path,
        metavar="DIR",
        default=default,
        help=say(
            "folder of the originals; default: $LENTIGO_CASE_IMAGES, else beside the user's "
            "own database"
        ),
    )


def case_address(arguments: argparse.Namespace) -> CaseAddress:
    """Read them.

    Raises
    ------
    StoreError
        If cases cannot lie there.
    """
    address = CaseAddress.default()
    if arguments.database:
        images = arguments.images or address.images
        return CaseAddress.of(arguments.database, images=str(images), folder=images.parent)
    return replace(address, images=arguments.images or address.images)
