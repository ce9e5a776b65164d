"""``lentigo dicomweb``: send objects to an archive, look for studies, fetch their pictures."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.printers import print_line
from core.dicomweb.address import URL, ArchiveAddress
from core.dicomweb.studies import Study, Wanted
from core.errors import LentigoError, UsageError
from core.language import say

if TYPE_CHECKING:
    from core.dicomweb.archive import Archive


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done, each with its options."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="send|find|fetch")
    send = verbs.add_parser("send", help=say("send DICOM files to the archive"))
    send.add_argument("files", nargs="+", type=Path, metavar="FILE")
    find = verbs.add_parser("find", help=say("look for studies"))
    _add_filters(find)
    fetch = verbs.add_parser("fetch", help=say("fetch the pictures of a study"))
    fetch.add_argument("study", metavar="UID", help=say("as `find` shows it"))
    fetch.add_argument("--out", type=Path, required=True, metavar="DIR", help=say("where to write"))
    for verb in (send, find, fetch):
        _add_address(verb)


def _add_filters(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--patient-id",
        default="",
        metavar="ID",
        help=say("of this patient; * and ? may stand in it"),
    )
    add("--since", type=_day, metavar="DAY", help=say("not before this day, as 2026-11-21"))
    add("--until", type=_day, metavar="DAY", help=say("not after this day"))
    add("--modality", default="", help=say("DMS: dermoscopy; XC: photographs"))
    add("--limit", type=_count, default=100, metavar="N", help=say("at most; default: %(default)s"))
    add("--json", action="store_true", help=say("one JSON object a line"))


def _add_address(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--url",
        metavar="URL",
        help=say("https://USER@HOST/PATH of the archive; default: ${url}", url=URL),
    )
    add(
        "--plain-http", action="store_true", help=say("accept http: in a network that is protected")
    )


def run(arguments: argparse.Namespace) -> int:
    """Do it.

    Returns
    -------
    int
        0; 1 if some files were not sent.

    Raises
    ------
    LentigoError
        If nothing could be done.
    """
    text = arguments.url or os.environ.get(URL, "")
    if not text:
        raise UsageError(say("Say which archive: --url URL, or the variable {url}.", url=URL))
    address = ArchiveAddress.of(text, plain_http=arguments.plain_http)
    from core.dicomweb.archive import Archive  # pydicom and requests are slow to import

    archive = Archive(address)
    match arguments.verb:
        case "send":
            return _send(archive, arguments.files)
        case "find":
            return _find(archive, arguments)
        case _:
            return _fetch(archive, arguments.study, folder=arguments.out)


def _send(archive: Archive, files: list[Path]) -> int:
    failed = False
    for path in files:
        try:
            study = archive.send(path)
        except LentigoError as error:
            failed = True
            sys.stderr.write(f"{path}: {error.message}\n")
        else:
            print_line(say("{path}: in study {study}", path=path, study=study))
    return int(failed)


def _find(archive: Archive, arguments: argparse.Namespace) -> int:
    wanted = Wanted(
        patient_id=arguments.patient_id,
        since=arguments.since,
        until=arguments.until,
        modality=arguments.modality,
    )
    studies = archive.find(wanted, limit=arguments.limit)
    for study in studies:
        print_line(json.dumps(asdict(study)) if arguments.json else _line(study))
    if not studies:
        sys.stderr.write(say("The archive has no such study.") + "\n")
    elif len(studies) == arguments.limit:
        words = say(
            "These are the first {limit}; there may be more: --limit.", limit=arguments.limit
        )
        sys.stderr.write(f"{words}\n")
    return 0


def _fetch(archive: Archive, study: str, *, folder: Path) -> int:
    for fetched in archive.fetch(study, folder=folder):
        print_line(
            str(fetched.path) if fetched.new else say("{path} (was there)", path=fetched.path)
        )
    return 0


def _line(study: Study) -> str:
    count = "" if study.objects is None else say("{objects} objects", objects=study.objects)
    said = (study.day, study.patient_id, study.patient_name, study.modalities, study.description)
    return "  ".join(part for part in (study.uid, *said, count) if part)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            say("{text!r} is not a day such as 2026-11-21", text=text)
        ) from error


def _count(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(say("{text!r} is not a number above 0", text=text))
    return int(text)
