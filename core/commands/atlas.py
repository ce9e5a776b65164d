"""``lentigo atlas``: labelled images, from where they lie to an atlas that is whole."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from typing import Final

from core.commands.atlas_collection import add_collection
from core.commands.atlas_packing import add_packing
from core.commands.model_options import add_model_options
from core.commands.numbers import number_of_images
from core.isic.wanted import Licence
from core.language import say

_VERBS: Final = {
    "build": ("atlas_build", "build"),
    "check": ("atlas_check", "check"),
    "collection": ("atlas_collection", "run_collection"),
    "fetch": ("atlas_fetch", "fetch"),
    "info": ("atlas_info", "info"),
    "pack": ("atlas_packing", "run_pack"),
    "starter": ("atlas_build", "starter"),
    "unpack": ("atlas_packing", "run_unpack"),
}
"""Module and function of each, imported when it is called."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verbs with their options."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    _add_build(verbs.add_parser("build", help=say("bring in labelled images; go on where stopped")))
    _add_starter(
        verbs.add_parser("starter", help=say("draw synthetic phantoms, and bring them in"))
    )
    add_packing(verbs)
    add_collection(verbs)
    info = verbs.add_parser("info", help=say("say what an atlas holds"))
    info.add_argument("atlas", type=Path, metavar="ATLAS")
    info.add_argument("--json", action="store_true", help=say("one JSON object on standard output"))
    check = verbs.add_parser("check", help=say("say what is wrong with an atlas"))
    check.add_argument("atlas", type=Path, metavar="ATLAS")
    check.add_argument("--json", action="store_true", help=say("a JSON list on standard output"))
    check.add_argument(
        "--rescue",
        type=Path,
        metavar="DIR",
        help=say("write what can be read of a damaged atlas into another folder"),
    )
    _add_fetch(verbs.add_parser("fetch", help=say("fetch labelled images of the ISIC archive")))


def _add_fetch(fetch: argparse.ArgumentParser) -> None:
    add = fetch.add_argument
    add(
        "--out",
        type=Path,
        metavar="DIR",
        help=say("where to write; `atlas build DIR` brings it in"),
    )
    add(
        "--diagnosis",
        action="append",
        default=[],
        metavar="NAME",
        help=say("only this one, such as mel, or a name of the archive; may be repeated"),
    )
    add(
        "--image-type",
        action="append",
        default=[],
        metavar="TYPE",
        help=say("only such as `dermoscopic` or `clinical: close-up`; may be repeated"),
    )
    add(
        "--licence",
        action="append",
        type=Licence,
        choices=list(Licence),
        help=say("only under this one; may be repeated (default: CC-0 and CC-BY)"),
    )
    add(
        "--number",
        type=number_of_images,
        default=100,
        metavar="N",
        help=say("how many there shall be in all (default: %(default)s)"),
    )
    add("--count", action="store_true", help=say("only say how many there are; fetch nothing"))
    add("--api", default="", metavar="URL", help=say("another address of the archive"))
    _add_background(fetch)


def _add_build(build: argparse.ArgumentParser) -> None:
    add = build.add_argument
    add(
        "data",
        type=Path,
        metavar="DATA",
        help=say(
            "HAM10000's folder, a folder of class folders, a CSV of paths and labels, or a folder "
            "of DICOM files that say their diagnoses"
        ),
    )
    add("--out", type=Path, required=True, metavar="ATLAS", help=say("its folder"))
    add("--limit", type=number_of_images, metavar="N", help=say("only N images, drawn at random"))
    add(
        "--no-model",
        action="store_true",
        help=say("without embeddings: much faster, but nothing similar can be found in it"),
    )
    add(
        "--copy",
        action="store_true",
        help=say("copy the images into the atlas; else they stay where they are"),
    )
    for which in ("path", "label"):
        add(
            f"--{which}-column",
            default="",
            metavar="NAME",
            help=say("of a table: what its column of files or labels is called"),
        )
    _add_background(build)
    add_model_options(build)


def _add_starter(starter: argparse.ArgumentParser) -> None:
    starter.add_argument("--out", type=Path, required=True, metavar="ATLAS", help=say("its folder"))
    _add_background(starter)


def _add_background(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--background",
        action="store_true",
        help=say("give way to other programs, and say every second how far it is"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Do what the verb says.

    Returns
    -------
    int
        0; 1 if some images could not be read.

    Raises
    ------
    LentigoError
        If it cannot be done at all.
    """
    module, name = _VERBS[arguments.verb]
    return int(getattr(importlib.import_module(f"core.commands.{module}"), name)(arguments))
