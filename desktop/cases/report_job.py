"""Which reports can be made of a patient's file."""

from __future__ import annotations

from datetime import date
from functools import partial

from core.report.case_words import day_words, lesion_title, patient_title
from core.report.scope import Scope
from desktop.cases.reported import Reported, make_report
from desktop.language.words import tr
from desktop.report.job import Choice, ReportJob


def job_of(
    reported: Reported, *, lesion_id: str | None = None, day: date | None = None
) -> ReportJob:
    """Offer the whole file, each lesion and each visit; the one that is asked for comes first.

    Parameters
    ----------
    reported : Reported
        What the store says.
    lesion_id : str, optional
        The lesion to begin with.
    day : date, optional
        The visit to begin with.
    """
    file = reported.file
    known = {image.visit_id for image in file.images}
    days = sorted({visit.day for visit in file.visits if visit.id in known}, reverse=True)
    named = [
        (tr("Whole patient"), Scope()),
        *((lesion_title(one), Scope(lesion_id=one.id)) for one in file.lesions),
        *((tr("Visit of {day}", day=day_words(one)), Scope(day=one)) for one in days),
    ]
    wanted = Scope(lesion_id=lesion_id, day=day)
    scopes = [scope for _, scope in named]
    return ReportJob(
        title=tr("Report: {about}", about=patient_title(file.patient)),
        choices=[
            Choice(words, scope.file_name(file), make=partial(make_report, reported, scope))
            for words, scope in named
        ],
        chosen=scopes.index(wanted) if wanted in scopes else 0,
        of_case=True,
    )
