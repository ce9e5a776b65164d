"""``lentigo atlas fetch``: labelled images from the ISIC archive."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Final

from core.commands.atlas_words import say_rest
from core.errors import UsageError
from core.isic.address import api_address
from core.isic.wanted import FREE, Wanted
from core.language import counted, say
from core.progress import Progress

if TYPE_CHECKING:
    from core.isic.client import Client
    from core.isic.fetch import Fetched

_SHOWN: Final = 20
_OFTEN: Final = 1.0
_SELDOM: Final = 10.0


def fetch(arguments: argparse.Namespace) -> int:
    """Fetch them, and say what came.

    Returns
    -------
    int
        0; 1 if some images could not be had.

    Raises
    ------
    LentigoError
        If the archive cannot be reached, or the folder not be written.
    """
    from core.isic.client import Client  # requests is slow to import
    from core.isic.transport import Transport, is_local

    wanted = _wanted(arguments)
    api = arguments.api or api_address()
    transport = Transport(local=is_local(api))
    try:
        client = Client(transport, api=api)
        if arguments.count:
            sys.stdout.write(f"{client.count(wanted.query)}\n")
            return 0
        return _fetch(arguments, wanted, client)
    finally:
        transport.close()


def _wanted(arguments: argparse.Namespace) -> Wanted:
    if arguments.out is None and not arguments.count:
        raise UsageError(say("Name a folder: --out DIR."))
    return Wanted(
        diagnoses=arguments.diagnosis,
        image_types=arguments.image_type,
        licences=arguments.licence or FREE,
        number=arguments.number,
    )


def _fetch(arguments: argparse.Namespace, wanted: Wanted, client: Client) -> int:
    from core.isic import fetch as isic

    pause = _OFTEN if arguments.background else _SELDOM
    progress = Progress(wanted.number, sys.stderr, verb=say("fetch"), pause=pause)
    try:
        told = isic.fetch(wanted, client, folder=arguments.out, progress=progress)
    except KeyboardInterrupt:
        words = say("Stopped. What is done is kept: the same command goes on from there.")
        sys.stderr.write(f"\n{words}\n")
        raise
    _say(told, arguments)
    return int(bool(told.failed))


def _say(told: Fetched, arguments: argparse.Namespace) -> None:
    words = counted(
        "{count:,} image is there, {new:,} of them new.",
        "{count:,} images are there, {new:,} of them new.",
        count=told.there,
        new=told.new,
    )
    sys.stdout.write(f"{arguments.out}: {words}\n")
    if told.there < arguments.number:
        sys.stderr.write(f"{say('The archive has no more that are as you want them.')}\n")
    if told.unlabelled:
        words = counted(
            "{count:,} image has no diagnosis and was left out.",
            "{count:,} images have no diagnosis and were left out.",
            count=told.unlabelled,
        )
        sys.stderr.write(f"{words}\n")
    for name, message in list(told.failed.items())[:_SHOWN]:
        sys.stderr.write(f"  {name}: {message}\n")
    say_rest(len(told.failed) - _SHOWN)
