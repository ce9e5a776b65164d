"""``lentigo cases export``: a selection of cases as a CSV or JSON table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.cases.audit.acts import Act
from core.cases.fields import BodySite
from core.cases.search import LesionQuery
from core.commands.case_options import add_case_options
from core.commands.days import day_of
from core.commands.passphrase_options import add_passphrase_option, open_cases
from core.files import write_whole
from core.language import counted, say
from core.report.selection_table import selection_table
from core.report.table_kind import kind_of

if TYPE_CHECKING:
    from core.commands.verbs import Verbs


def add_export(actions: Verbs) -> None:
    """Add ``export`` to the actions of ``cases``."""
    parser: argparse.ArgumentParser = actions.add_parser(
        "export",
        help=say("a selection as a CSV or JSON table"),
        description=say("Write a selection of cases as a table; docs/reports.md has the columns."),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=say(".csv or .json"))
    parser.add_argument("--words", default="", help=say("in patient, lesion, notes or diagnoses"))
    parser.add_argument("--site", choices=[str(site) for site in BodySite], metavar="SITE")
    parser.add_argument("--finding", default="", metavar="CODE", help=say("found in an image: mel"))
    parser.add_argument(
        "--diagnosis", default="", metavar="CODE", help=say("stated by a clinician")
    )
    parser.add_argument(
        "--malignant", action="store_true", help=say("a model said so of one of the images")
    )
    parser.add_argument(
        "--since", default="", metavar="DAY", help=say("a visit on or after: 2026-01-14")
    )
    parser.add_argument("--until", default="", metavar="DAY", help=say("a visit on or before"))
    parser.add_argument(
        "--identifying", action="store_true", help=say("with names, file names and free texts")
    )
    parser.set_defaults(act=run_export)
    # What stands before `export` counts as well.
    add_case_options(parser, default=argparse.SUPPRESS)
    add_passphrase_option(parser, default=argparse.SUPPRESS)


def run_export(arguments: argparse.Namespace) -> int:
    """Write the table.

    Raises
    ------
    LentigoError
        If the cases cannot be opened, or the file cannot be written.
    """
    kind = kind_of(arguments.file)
    query = _query(arguments)
    store = open_cases(arguments)
    try:
        rows = store.selected(query)
        lesions = len({row.lesion_id for row in rows})
        store.audit.note(
            Act.EXPORTED,
            "selection",
            details=f"{lesions} lesions as {kind}",
        )
    finally:
        store.close()
    write_whole(arguments.file, selection_table(rows, kind, identifying=arguments.identifying))
    words = counted(
        "{file}: {rows} rows, {count} lesion",
        "{file}: {rows} rows, {count} lesions",
        count=lesions,
        file=arguments.file,
        rows=len(rows),
    )
    sys.stdout.write(f"{words}\n")
    return 0


def _query(arguments: argparse.Namespace) -> LesionQuery:
    return LesionQuery(
        words=arguments.words,
        site=BodySite(arguments.site) if arguments.site else None,
        finding=arguments.finding,
        diagnosis=arguments.diagnosis,
        malignant=arguments.malignant,
        since=day_of(arguments.since),
        until=day_of(arguments.until),
    )
