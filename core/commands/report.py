"""``lentigo report``: a patient's file as PDF, or what it holds of one lesion or one visit."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.cases.audit.acts import Act, subject_of
from core.commands.case_options import add_case_options
from core.commands.days import day_of
from core.commands.letterhead_options import add_letterhead_options, letterhead_options
from core.commands.passphrase_options import add_passphrase_option, open_cases
from core.errors import UsageError
from core.files import write_whole
from core.language import marked, say
from core.report.options import ALL_PARTS, ReportOptions, ReportPart
from core.report.scope import Scope

if TYPE_CHECKING:
    from core.cases.patient_file import PatientFile

_NO_SUCH: Final = marked("There is no lesion “{name}”; the patient has: {known}.")
_SEVERAL: Final = marked("There are {count} lesions “{name}”; the patient has: {known}.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``report``."""
    parser.add_argument("pseudonym", metavar="PSEUDONYM", help=say("of the patient: P-7KQ-3M2X"))
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=say("the PDF file"))
    parser.add_argument("--lesion", default="", metavar="NAME", help=say("only this lesion"))
    parser.add_argument(
        "--visit", default="", metavar="DAY", help=say("only this visit: 2026-01-14")
    )
    parser.add_argument(
        "--without",
        nargs="+",
        choices=[str(part) for part in ReportPart],
        default=[],
        metavar="PART",
        help=say("leave out {names}", names=", ".join(ReportPart)),
    )
    parser.add_argument("--named", action="store_true", help=say("with the patient's name"))
    parser.add_argument(
        "--metadata",
        action="store_true",
        help=say("with names and metadata of the image files: EXIF, GPS, DICOM"),
    )
    add_letterhead_options(parser)
    add_case_options(parser)
    add_passphrase_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write it.

    Raises
    ------
    LentigoError
        If there is no such patient, lesion or visit, or the file cannot be written.
    """
    from core.report.originals import originals_in, read_logo
    from core.report.pdf.patient import render_patient

    if arguments.out.suffix.lower() != ".pdf":
        raise UsageError(
            say("A patient's report is a .pdf file, not {name}.", name=arguments.out.name)
        )
    options = _options(arguments)
    logo = read_logo(options.logo)
    store = open_cases(arguments)
    try:
        file = store.file_of(store.patient_named(arguments.pseudonym))
        scope = _scope(arguments, file)
        store.audit.note(Act.EXPORTED, subject_of("patients", file.patient.id), details="report")
        content = render_patient(
            scope.of(file),
            originals=originals_in(store.original),
            made=datetime.now().astimezone().date(),
            about=scope.words(file),
            options=options,
            logo=logo,
        )
    finally:
        store.close()
    write_whole(arguments.out, content)
    sys.stdout.write(f"{arguments.out}\n")
    return 0


def _options(arguments: argparse.Namespace) -> ReportOptions:
    return replace(
        letterhead_options(arguments),
        parts=ALL_PARTS - {ReportPart(name) for name in arguments.without},
        named=arguments.named,
        metadata=arguments.metadata,
    )


def _scope(arguments: argparse.Namespace, file: PatientFile) -> Scope:
    return Scope(
        lesion_id=_lesion_named(file, arguments.lesion) if arguments.lesion else None,
        day=day_of(arguments.visit),
    )


def _lesion_named(file: PatientFile, name: str) -> str:
    found = [one.id for one in file.lesions if one.label.casefold() == name.strip().casefold()]
    if len(found) != 1:
        known = ", ".join(lesion.label for lesion in file.lesions) or say("none")
        text = _SEVERAL if found else _NO_SUCH
        raise UsageError(say(text, name=name, count=len(found), known=known), value=name)
    return found[0]
