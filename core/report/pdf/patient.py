"""A patient on paper: each lesion over time, with what was found, written and diagnosed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from core.cases.filled_checklist import FilledChecklist
from core.cases.patient_file import PatientFile
from core.cases.records import Lesion
from core.language import say
from core.model.card import STATEMENT
from core.report.case_words import (
    day_words,
    diagnosis_words,
    lesion_title,
    note_words,
    patient_facts,
    patient_title,
)
from core.report.checklist_words import checklist_words
from core.report.options import ReportOptions, ReportPart
from core.report.originals import Originals
from core.report.pdf.images import GAP, image_rows, metadata_lines
from core.report.pdf.letterhead import Letterhead
from core.report.pdf.page import Document
from core.report.pdf.shown import legend
from core.report.pdf.style import load_fonts
from core.report.pdf.text import lines, text
from core.report.privacy_words import privacy_words

_DEFAULT = ReportOptions()
_ROOM: Final = 48  # points that must be left below a heading, or it goes to the next page


def render_patient(
    file: PatientFile,
    *,
    originals: Originals,
    made: date,
    about: str = "",
    options: ReportOptions = _DEFAULT,
    logo: NDArray[np.uint8] | None = None,
) -> bytes:
    """Set a patient's pages.

    Parameters
    ----------
    file : PatientFile
        Whose, or the part of it that is wanted.
    originals : Originals
        Reads the images.
    made : date
        The day that stands on it.
    about : str
        Which part of the file it is.
    options : ReportOptions
        Paper, letterhead, parts, and what may identify.
    logo : ndarray of uint8, optional
        The clinic's, (height, width, 3).

    Returns
    -------
    bytes
        A PDF file. Nothing of the images' metadata is in it, unless that was chosen.
    """
    load_fonts()
    target = io.BytesIO()
    newest = (file.analysis_of(image.id) for image in file.images)
    models = sorted({f"{one.model_name} {one.model_version}" for one in newest if one is not None})
    told = say("Model {names}", names=", ".join(models)) if models else say("No image was analysed")
    letterhead = Letterhead(made, model=told, statement=STATEMENT, clinic=options.clinic, logo=logo)
    document = Document(target, paper=options.paper, letterhead=letterhead)
    shown = file if options.named else replace(file, patient=replace(file.patient, name=""))
    content = _content(shown, originals, about=about, width=document.text_width, options=options)
    document.build(list(content), canvasmaker=document.numbered)
    return target.getvalue()


def _content(
    file: PatientFile, originals: Originals, *, about: str, width: float, options: ReportOptions
) -> Iterator[Flowable]:
    yield text(patient_title(file.patient), "title")
    if about:
        yield text(about, "strong")
    yield from lines(patient_facts(file.patient), "body")
    yield text(privacy_words(named=options.named, metadata=options.metadata), "quiet")
    yield from legend(file, options)
    yield from _notes(file, None, options)
    for lesion in file.lesions:
        yield Spacer(0, GAP)
        yield from _lesion(file, lesion, originals, width=width, options=options)
    if not file.lesions:
        yield text(say("There is no lesion in the file."), "quiet")


def _lesion(
    file: PatientFile, lesion: Lesion, originals: Originals, *, width: float, options: ReportOptions
) -> Iterator[Flowable]:
    head = [text(lesion_title(lesion), "heading")]
    if ReportPart.DIAGNOSES in options.parts:
        own = (one for one in file.diagnoses if one.lesion_id == lesion.id)
        head += [line for one in own for line in lines(diagnosis_words(one), "body")]
    if ReportPart.CHECKLISTS in options.parts:
        filled = (one for one in file.checklists if one.lesion_id == lesion.id)
        words = (checklist_words(one, image=_judged(file, one)) for one in filled)
        head += [line for one in words for line in lines(one, "body")]
    rows = list(_images(file, lesion, originals, width=width, options=options))
    yield KeepTogether([*head, *rows[:1]])
    yield from rows[1:]
    yield from _notes(file, lesion.id, options)


def _judged(file: PatientFile, filled: FilledChecklist) -> str:
    day = file.day_of(filled.image_id)
    return "" if day is None else day_words(day)


def _images(
    file: PatientFile, lesion: Lesion, originals: Originals, *, width: float, options: ReportOptions
) -> Iterator[Flowable]:
    if not {ReportPart.IMAGES, ReportPart.FINDINGS} & options.parts:
        return
    images = file.images_of(lesion.id)
    yield from image_rows(file, images, originals, width=width, options=options)
    if not images:
        yield text(say("No images yet."), "quiet")
    elif options.metadata:
        yield text(say("What the files say"), "subheading")
        yield from metadata_lines(images, originals)


def _notes(file: PatientFile, lesion_id: str | None, options: ReportOptions) -> Iterator[Flowable]:
    own = [note for note in file.notes if note.lesion_id == lesion_id and note.text.strip()]
    if ReportPart.NOTES not in options.parts or not own:
        return
    yield CondPageBreak(_ROOM)
    yield text(say("Notes") if len(own) > 1 else say("Note"), "subheading")
    for note in own:
        yield from lines(note_words(note), "body")
