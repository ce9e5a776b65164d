"""Images of a lesion on paper, side by side, each with what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from core.cases.patient_file import PatientFile
from core.cases.records import StoredImage
from core.errors import LentigoError
from core.language import again, say
from core.report.case_words import day_words
from core.report.finding_words import all_classes, finding_sentence, warnings_in
from core.report.options import ReportOptions, ReportPart
from core.report.originals import Originals
from core.report.pdf.shown import BETWEEN, is_mapped, shown
from core.report.pdf.text import text

GAP: Final = 5 * mm
_FEW: Final = 4
"""Up to so many stand large, two a row; more of them small, three a row."""
_LARGE: Final = (2, 62 * mm)  # a row, and height at most
_SMALL: Final = (3, 36 * mm)
_VERY_FEW: Final = 2
"""Up to so many stand large with their heat maps."""
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
    mapped = any(is_mapped(file.analysis_of(image.id), options) for image in images)
    in_a_row, tallest = _grid(len(images), mapped=mapped)
    each = (width + GAP) / in_a_row  # with the gap at its right, also of the last
    width_of_one = (each - GAP - BETWEEN) / 2 if mapped else each - GAP
    room = (width_of_one, tallest)
    waiting = iter(enumerate(images, start=1))
    while row := list(islice(waiting, in_a_row)):
        cells = [
            list(_cell(file, image, originals, number=number, room=room, options=options))
            for number, image in row
        ]
        # A column for each place, so that a lone picture does not stretch over the page.
        cells += [[] for _ in range(in_a_row - len(cells))]
        table = Table([cells], colWidths=[each] * in_a_row, hAlign="LEFT")
        table.setStyle(_STYLE)
        yield table


def _grid(count: int, *, mapped: bool) -> tuple[int, float]:
    """Say how many images stand in a row, and how high a picture may be."""
    if mapped:
        return (1 if count <= _VERY_FEW else 2), _LARGE[1]
    return _LARGE if count <= _FEW else _SMALL


def _cell(
    file: PatientFile,
    image: StoredImage,
    originals: Originals,
    *,
    number: int,
    room: tuple[float, float],
    options: ReportOptions,
) -> Iterator[Flowable]:
    if ReportPart.IMAGES in options.parts:
        analysis = file.analysis_of(image.id)
        yield shown(image, analysis, originals, room=room, options=options)
        yield Spacer(0, 1 * mm)
    day = next(day_words(visit.day) for visit in file.visits if visit.id == image.visit_id)
    yield text(say("{day} · image {number}", day=day, number=number), "quiet")
    if ReportPart.FINDINGS in options.parts:
        yield from _finding(file, image)


def _finding(file: PatientFile, image: StoredImage) -> Iterator[Flowable]:
    analysis = file.analysis_of(image.id)
    yield text(finding_sentence(analysis), "body")
    if analysis is not None:
        for words in warnings_in(analysis):
            yield text(words, "remark")
        if classes := all_classes(analysis):
            yield text(classes, "fine")


def metadata_lines(images: Sequence[StoredImage], originals: Originals) -> Iterator[Flowable]:
    """Say what the files say besides their pixels, across the page, where long texts have room."""
    for number, image in enumerate(images, start=1):
        try:
            tags = originals.metadata(image)
            said = "; ".join(f"{again(tag.name)}: {tag.value}" for tag in tags)
            said = said or say("says nothing more")
        except LentigoError as error:
            said = error.message
        words = say("Image {number} · {name} · {said}", number=number, name=image.name, said=said)
        yield text(words, "quiet")
