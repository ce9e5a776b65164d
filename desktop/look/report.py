"""Offers the report of one image, with the heat map that is on the screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.language.words import tr
from desktop.look.shown import report_pdf
from desktop.report.job import Choice, ReportJob

if TYPE_CHECKING:
    from desktop.look.shown import Shown


def report_job(shown: Shown) -> ReportJob:
    """Offer it for a preview."""
    choice = Choice(shown.name, shown.report_name, make=partial(report_pdf, shown))
    return ReportJob(title=tr("Report: {about}", about=shown.name), choices=[choice])
