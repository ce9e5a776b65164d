"""A patient's file as its reports need it: read from the store, set in another process. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.cases.audit.acts import Act, subject_of

if TYPE_CHECKING:
    from core.cases.patient_file import PatientFile
    from core.cases.store import CaseStore
    from core.image_source import ImageSource
    from core.report.options import ReportOptions
    from core.report.scope import Scope


@dataclass(frozen=True, slots=True)
class Reported:
    """What the store says for a report.

    Parameters
    ----------
    file : PatientFile
        Whose.
    sources : mapping of str to ImageSource
        Where the bytes of the original of each image come from, by the image's id.
    """

    file: PatientFile
    sources: Mapping[str, ImageSource]


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


def make_report(reported: Reported, scope: Scope, options: ReportOptions) -> bytes:
    """Make one as a PDF file.

    Parameters
    ----------
    reported : Reported
        What the store says.
    scope : Scope
        What it is about.
    options : ReportOptions
        How it is to look.

    Raises
    ------
    ImageError
        If the clinic's logo cannot be read.
    """
    from core.report.originals import originals_in, read_logo
    from core.report.pdf.patient import render_patient

    file = reported.file
    return render_patient(
        scope.of(file),
        originals=originals_in(lambda image: reported.sources[image.id]),
        made=datetime.now().astimezone().date(),
        about=scope.words(file),
        options=options,
        logo=read_logo(options.logo),
    )
