"""Options of the commands that write PDF reports: paper, clinic and logo."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.language import say
from core.report.options import ReportOptions
from core.report.paper import Paper


def add_letterhead_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--clinic``, ``--logo`` and ``--paper``."""
    add = parser.add_argument
    add("--clinic", default="", metavar="NAME", help=say("stands above every page of a PDF report"))
    add("--logo", type=Path, metavar="FILE", help=say("a picture beside it"))
    add(
        "--paper",
        choices=[str(size) for size in Paper],
        default=str(Paper.A4),
        help=say("of a PDF report; default: %(default)s"),
    )


def add_file_names_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--without-file-names``."""
    parser.add_argument(
        "--without-file-names",
        action="store_true",
        help=say("number the images in the report: files may be named after patients"),
    )


def letterhead_options(arguments: argparse.Namespace) -> ReportOptions:
    """Read them."""
    return ReportOptions(paper=Paper(arguments.paper), clinic=arguments.clinic, logo=arguments.logo)
