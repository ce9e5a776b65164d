"""``lentigo crashes``: what was written down when Lentigo crashed. Nothing of it is ever sent."""

from __future__ import annotations

import argparse
import sys

from core.commands.printers import print_line
from core.diagnostics.folder import crashes_folder, logs_folder
from core.diagnostics.reports import crash_reports, remove_crash_reports
from core.language import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``crashes``."""
    parser.add_argument("--full", action="store_true", help=say("show each report as a whole"))
    parser.add_argument("--remove", action="store_true", help=say("remove all of them"))


def run(arguments: argparse.Namespace) -> int:
    """List the reports, the newest first.

    Returns
    -------
    int
        0.
    """
    if arguments.remove:
        remove_crash_reports()
    reports = crash_reports()
    for report in reports:
        print_line(f"{report.moment:%Y-%m-%d %H:%M:%S} UTC  {report.headline}")
        if arguments.full:
            print_line(f"{report.text}\n")
    if not reports:
        sys.stdout.write(say("There are no crash reports.") + "\n")
    places = (
        say("reports: {reports}", reports=crashes_folder()),
        say("log: {log}", log=logs_folder()),
    )
    sys.stdout.write("\n".join(places) + "\n")
    return 0
