"""Which reports can be made of a patient's file, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from core.cases.audit.acts import Act, subject_of
from core.report.case_words import day_words, lesion_title, patient_title
from core.report.scope import Scope
from desktop.language.words import tr
from desktop.report.job import Choice, ReportJob

if TYPE_CHECKING:
    from core.cases.patient_file import PatientFile
    from core.cases.store import CaseStore
    from core.report.options import ReportOptions


@dataclass(frozen=True, slots=True)
class Reported:
    """What the store says for a report.

    Parameters
    ----------
    file : PatientFile
        Whose.
    paths : mapping of str to Path
        Where the original of each image lies, by the image's id.
    """

    file: PatientFile
    paths: Mapping[str, Path]


def read_reported(store: CaseStore, patient_id: str) -> Reported:
    """Read a patient's file.

    Raises
    ------
    NotInStore
        If the patient has been deleted.
    """
    file = store.file_of(patient_id)
    store.audit.note(Act.EXPORTED, subject_of("patients", patient_id), details="report")
    return Reported(file, {image.id: store.original(image) for image in file.images})


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
            Choice(words, scope.file_name(file), make=partial(_make, reported, scope))
            for words, scope in named
        ],
        chosen=scopes.index(wanted) if wanted in scopes else 0,
        of_case=True,
    )


def _make(reported: Reported, scope: Scope, options: ReportOptions) -> bytes:
    from core.report.originals import originals_in, read_logo
    from core.report.pdf.patient import render_patient

    file = reported.file
    return render_patient(
        scope.of(file),
        originals=originals_in(lambda image: reported.paths[image.id]),
        made=datetime.now().astimezone().date(),
        about=scope.words(file),
        options=options,
        logo=read_logo(options.logo),
    )
