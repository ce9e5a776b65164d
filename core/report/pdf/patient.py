"""A patient on paper: each lesion over time, with what was found, written and diagnosed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from core.cases.patient_file import PatientFile
from core.cases.records import Lesion, StoredAnalysis, StoredImage
from core.errors import LentigoError
from core.model.card import STATEMENT
from core.report.case_words import (
    class_name,
    day_words,
    diagnosis_words,
    lesion_title,
    note_words,
    patient_facts,
    patient_title,
)
from core.report.paper import Paper
from core.report.pdf.page import Document, Letterhead
from core.report.pdf.picture import picture
from core.report.pdf.style import load_fonts
from core.report.pdf.text import lines, text
from core.wording import percent

_GAP: Final = 5 * mm
_TALLEST: Final = 62 * mm
_IN_A_ROW: Final = 2
_TOP: Final = (("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0))

Pixels = NDArray[np.uint8]


def render_patient(
    file: PatientFile,
    *,
    pixels: Callable[[StoredImage], Pixels],
    made: date,
    named: bool = False,
    paper: Paper = Paper.A4,
    clinic: str = "",
) -> bytes:
    """Set a patient's pages.

    Parameters
    ----------
    file : PatientFile
        Whose.
    pixels : callable
        Reads an image, (height, width, 3); where it raises a `LentigoError`, its sentence stands in
        the picture's place.
    made : date
        The day that stands on it.
    named : bool
        Whether the patient's name stands on it; by default only the pseudonym does.
    paper, clinic
        As for `core.report.pdf.report.PdfReport`.

    Returns
    -------
    bytes
        A PDF file. Nothing of the images' metadata is in it.
    """
    load_fonts()
    target = io.BytesIO()
    models = sorted({f"{one.model_name} {one.model_version}" for one in file.analyses})
    told = f"Model {', '.join(models)}" if models else "No image was analysed"
    letterhead = Letterhead(made, model=told, statement=STATEMENT, clinic=clinic)
    document = Document(target, paper=paper, letterhead=letterhead)
    shown = file if named else replace(file, patient=replace(file.patient, name=""))
    content = list(_content(shown, pixels, width=document.text_width))
    document.build(content, canvasmaker=document.numbered)
    return target.getvalue()


def _content(
    file: PatientFile, pixels: Callable[[StoredImage], Pixels], *, width: float
) -> Iterator[Flowable]:
    yield text(patient_title(file.patient), "title")
    yield from lines(patient_facts(file.patient), "body")
    yield from _notes(file, None)
    for lesion in file.lesions:
        yield Spacer(0, _GAP)
        yield from _lesion(file, lesion, pixels, width=width)
    if not file.lesions:
        yield text("There is no lesion in the file.", "quiet")


def _lesion(
    file: PatientFile, lesion: Lesion, pixels: Callable[[StoredImage], Pixels], *, width: float
) -> Iterator[Flowable]:
    own = [one for one in file.diagnoses if one.lesion_id == lesion.id]
    head = [text(lesion_title(lesion), "heading")]
    head += [line for one in own for line in lines(diagnosis_words(one), "body")]
    rows = list(_rows(file, file.images_of(lesion.id), pixels, width=width))
    first, others = rows[:1] or [text("No images yet.", "quiet")], rows[1:]
    yield KeepTogether([*head, *first])
    yield from others
    yield from _notes(file, lesion.id)


def _notes(file: PatientFile, lesion_id: str | None) -> Iterator[Flowable]:
    for note in file.notes:
        if note.lesion_id == lesion_id and note.text:
            yield from lines(note_words(note), "body")


def _rows(
    file: PatientFile,
    images: Sequence[StoredImage],
    pixels: Callable[[StoredImage], Pixels],
    *,
    width: float,
) -> Iterator[Flowable]:
    """Set two images a row, from the first visit to the last."""
    each = (width - _GAP) / _IN_A_ROW
    days = {visit.id: day_words(visit.day) for visit in file.visits}
    waiting = iter(images)
    while row := list(islice(waiting, _IN_A_ROW)):
        cells = [
            [
                _shown(image, pixels, width=each),
                Spacer(0, 1 * mm),
                text(f"{days[image.visit_id]} · {image.name}", "quiet"),
                text(_finding(file.analysis_of(image.id)), "body"),
            ]
            for image in row
        ]
        table = Table([cells], colWidths=[each + _GAP] * len(row), hAlign="LEFT")
        table.setStyle(_TOP)
        yield table


def _shown(
    image: StoredImage, pixels: Callable[[StoredImage], Pixels], *, width: float
) -> Flowable:
    try:
        found = pixels(image)
    except LentigoError as error:
        return text(error.message, "alarm")
    return picture(found, min(width / found.shape[1], _TALLEST / found.shape[0]))


def _finding(analysis: StoredAnalysis | None) -> str:
    if analysis is None:
        return "Not analysed"
    novelty = analysis.content.get("novelty") or {}
    if novelty.get("novel"):
        return "The model did not take this for a dermoscopic image of a lesion."
    found = f"Finding of the model: {class_name(analysis.finding)}, {percent(analysis.probability)}"
    return f"{found}; malignant classes together {percent(analysis.malignant)}"
