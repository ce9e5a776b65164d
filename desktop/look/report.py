"""The report of one image, with the heat map that is on the screen."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.language.words import tr
from desktop.look.export import rendered
from desktop.report.job import Choice, ReportJob

if TYPE_CHECKING:
    from core.report.options import ReportOptions
    from desktop.look.export import Shown


def report_pdf(shown: Shown, options: ReportOptions) -> bytes:
    """Make it as a PDF file.

    Raises
    ------
    ImageError
        If the clinic's logo cannot be read.
    """
    from core.model.classifier import Answer
    from core.report.originals import read_logo
    from core.report.pdf.report import PdfReport
    from core.report.report import without_name

    report = PdfReport(
        shown.card,
        made=datetime.now().astimezone().date(),
        paper=options.paper,
        clinic=options.clinic,
        logo=read_logo(options.logo),
    )
    label = shown.card.entry(shown.analysis.finding).name
    answer = Answer(Path(shown.name), shown.analysis, shown.picture, label)
    shown_as = answer if options.file_names else without_name(answer)
    report.add(shown_as, explained=rendered(shown))
    return report.render()


def report_job(shown: Shown) -> ReportJob:
    """Offer it for a preview."""
    choice = Choice(shown.name, shown.report_name, make=partial(report_pdf, shown))
    return ReportJob(title=tr("Report: {about}", about=shown.name), choices=[choice])
