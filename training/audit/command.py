"""``python -m training audit DATA --out DIR``: copies, contradictions, leaks, damage."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from core.datasets import Sample, read_dataset
from core.datasets.csv_table import LabelsError
from core.errors import DatasetError, UsageError
from core.images import find_images
from core.progress import Progress
from training.audit.clean import as_table, cleaned
from training.audit.findings import Findings, audit
from training.audit.leaks import sides_of
from training.audit.page import render
from training.audit.report import as_json, verdict
from training.console import own_command, say
from training.pages.files import prepare_folder, write_text
from training.pages.text import plural
from training.run import runs_folder
from training.splits import Split


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``audit``."""
    parser.add_argument("data", type=Path, metavar="DATA", help="the data set, or any folder")
    parser.add_argument("--out", type=Path, metavar="DIR", help="for audit.html and audit.json")
    parser.add_argument(
        "--split", type=Path, metavar="FILE", help="whose leaks to find (default: the set's own)"
    )
    parser.add_argument(
        "--clean",
        type=Path,
        metavar="CSV",
        help="write a table of the images that are left without copies and contradictions",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="CLASS",
        help="leave a class out of that table, before contradictions are judged; may be repeated",
    )


def run(arguments: argparse.Namespace) -> int:
    """Audit, say the verdict, write the report.

    Returns
    -------
    int
        0, whatever was found.

    Raises
    ------
    LentigoError
        If there are no images, or the report cannot be written.
    """
    if arguments.without and arguments.clean is None:
        raise UsageError("--without leaves classes out of a table: name it with --clean.")
    if arguments.out is not None:
        prepare_folder(arguments.out)
    sides = None if arguments.split is None else sides_of(Split.load(arguments.split))
    findings = _audit(arguments.data, sides)
    sys.stdout.write(f"{_summary(findings)}\n")
    if arguments.out is not None:
        write_report(findings, folder=arguments.out)
        say(f"Report: {arguments.out / 'audit.html'}")
    if arguments.clean is not None:
        left = cleaned(findings, without=arguments.without)
        write_text(arguments.clean, as_table(left, beside=arguments.clean.parent))
        say(f"{arguments.clean}: {plural(len(left), 'image')} are left")
    return 0


def write_report(findings: Findings, *, folder: Path) -> None:
    """Write the page and the values.

    Raises
    ------
    ReportNotWritten
        If the folder refuses.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    made = f"{own_command()}, {now}"
    write_text(folder / "audit.html", render(findings, made=made))
    write_text(folder / "audit.json", json.dumps(as_json(findings, made=made), indent=2) + "\n")


def _audit(data: Path, sides: Mapping[str, str] | None) -> Findings:
    folder = data if data.is_dir() else data.parent
    unlabelled = ""
    try:
        samples = read_dataset(data, cache=runs_folder()).samples
    except (DatasetError, LabelsError) as error:
        samples, unlabelled = _bare(data), error.message
        if not samples:
            raise
    progress = Progress(len(samples), sys.stderr, verb="audit")
    return audit(folder, samples, sides=sides, unlabelled=unlabelled, progress=progress)


def _bare(data: Path) -> tuple[Sample, ...]:
    """Images of a folder that is no data set: their copies can be found all the same."""
    if not data.is_dir():
        return ()
    paths = sorted(find_images([data]))
    return tuple(Sample(path.relative_to(data).as_posix(), path, "") for path in paths)


def _summary(findings: Findings) -> str:
    exact, near = findings.exact, findings.near
    rows = (
        ("images", len(findings.samples)),
        ("exact pairs", len(exact)),
        ("  contradicting", len(findings.contradicting(exact))),
        ("  across splits", len(findings.across(exact))),
        ("near pairs", len(near)),
        ("  not known as one lesion", len(findings.unexpected)),
        ("  contradicting", len(findings.contradicting(near))),
        ("  across splits", len(findings.across(near))),
        ("pairs of one lesion across splits", len(findings.across(findings.lesion))),
        ("unreadable", len(findings.unreadable)),
    )
    lines = [f"{name:34} {count:>8,}" for name, count in rows]
    return "\n".join([*lines, verdict(findings)])
