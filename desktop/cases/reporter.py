"""Carries the wish for a report from the patient's page to its preview."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.cases.report_job import job_of
from desktop.cases.reported import Reported, read_reported

if TYPE_CHECKING:
    from datetime import date

    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.page import PatientPage
    from desktop.cases.page_content import ImageCell
    from desktop.report.reports import Reports


class Reporter(QObject):
    """Reads what a report needs, and opens it.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for reports.
    desk : CaseDesk
        Asks the store.
    reports : Reports
        Shows them.
    """

    failed = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, reports: Reports) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._reports = reports
        page.report_wanted.connect(lambda lesion: self.open(lesion_id=lesion.id))
        page.visit_report_wanted.connect(self._open_visit)

    def open(self, *, lesion_id: str | None = None, day: date | None = None) -> None:
        """Show a report on the patient whose page is open, or on a part of the file."""
        content = self._page.content
        if content is not None:
            self._desk.ask(
                partial(read_reported, patient_id=content.patient.id),
                done=partial(self._show, lesion_id=lesion_id, day=day),
                failed=self._not_read,
            )

    def _open_visit(self, cell: ImageCell) -> None:
        self.open(day=cell.visit_day)

    def _show(self, reported: Reported, *, lesion_id: str | None, day: date | None) -> None:
        self._reports.open(job_of(reported, lesion_id=lesion_id, day=day))

    def _not_read(self, error: LentigoError) -> None:
        self.failed.emit(error.message)
