"""Images of a lesion on paper, two a row, each with what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from core.cases.patient_file import PatientFile
from core.cases.records import StoredImage
from core.errors import LentigoError
from core.report.case_words import day_words
from core.report.finding_words import all_classes, finding_sentence, warnings_in
from core.report.options import ReportOptions, ReportPart
from core.report.originals import Originals
from core.report.pdf.picture import picture
from core.report.pdf.text import text

GAP: Final = 5 * mm
_TALLEST: Final = 62 * mm
_IN_A_ROW: Final = 2
_STYLE: Final = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
)


def image_rows(
    file: PatientFile,
    images: Sequence[StoredImage],
    originals: Originals,
    *,
    width: float,
    options: ReportOptions,
) -> Iterator[Flowable]:
    """Set images from the first visit to the last.

    Parameters
    ----------
    file : PatientFile
        Knows their days and findings.
    images : sequence of StoredImage
        Of one lesion.
    originals : Originals
        Reads them.
    width : float
        Points that there are.
    options : ReportOptions
        What is in the report.
    """
    each = (width - GAP) / _IN_A_ROW
    waiting = iter(enumerate(images, start=1))
    while row := list(islice(waiting, _IN_A_ROW)):
        cells = [
            list(_cell(file, image, originals, number=number, width=each, options=options))
            for number, image in row
        ]
        # A column for each place, so that a lone picture does not stretch over the page.
        cells += [[] for _ in range(_IN_A_ROW - len(cells))]
        table = Table([cells], colWidths=[each + GAP] * _IN_A_ROW, hAlign="LEFT")
        table.setStyle(_STYLE)
        yield table


def _cell(
    file: PatientFile,
    image: StoredImage,
    originals: Originals,
    *,
    number: int,
    width: float,
    options: ReportOptions,
) -> Iterator[Flowable]:
    if ReportPart.IMAGES in options.parts:
        yield _shown(image, originals, width=width)
        yield Spacer(0, 1 * mm)
    day = next(day_words(visit.day) for visit in file.visits if visit.id == image.visit_id)
    name = image.name if options.metadata else f"image {number}"
    yield text(f"{day} · {name}", "quiet")
    if ReportPart.FINDINGS in options.parts:
        yield from _finding(file, image)
    if options.metadata:
        yield from _metadata(image, originals)


def _finding(file: PatientFile, image: StoredImage) -> Iterator[Flowable]:
    analysis = file.analysis_of(image.id)
    yield text(finding_sentence(analysis), "body")
    if analysis is not None:
        for words in warnings_in(analysis):
            yield text(words, "strong")
        if classes := all_classes(analysis):
            yield text(classes, "quiet")


def _metadata(image: StoredImage, originals: Originals) -> Iterator[Flowable]:
    try:
        tags = originals.metadata(image)
    except LentigoError as error:
        yield text(error.message, "alarm")
        return
    said = "; ".join(f"{tag.name}: {tag.value}" for tag in tags)
    yield text(f"In the file: {said}." if said else "The file says nothing more.", "quiet")


def _shown(image: StoredImage, originals: Originals, *, width: float) -> Flowable:
    try:
        found = originals.pixels(image)
    except LentigoError as error:
        return text(error.message, "alarm")
    return picture(found, min(width / found.shape[1], _TALLEST / found.shape[0]))
