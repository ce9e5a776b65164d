"""One image on paper: the finding, how far to believe it, the picture with and without its map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from core.errors import LentigoError
from core.language import again, say
from core.model import Card
from core.model.classifier import Answer
from core.report.evidence_words import evidence_sentence
from core.report.overlay import render_overlay
from core.report.pdf.picture import picture
from core.report.pdf.style import BAR, LINE
from core.report.pdf.text import lines, text
from core.report.privacy_words import IMAGE_ONLY
from core.report.trust_details import details
from core.report.trust_words import (
    Tone,
    TrustLine,
    case_mix_sentence,
    malignant_sentence,
    trust_line,
)
from core.results import Analysis
from core.wording import percent

_GAP: Final = 5 * mm
_TALLEST: Final = 74 * mm
_TONES: Final = {Tone.CALM: "body", Tone.CAREFUL: "strong", Tone.WARNING: "alarm"}
_BAR: Final = (60 * mm, 2.2 * mm)
_COLUMNS: Final = (72 * mm, 24 * mm, _BAR[0] + _GAP)
_NO_PADDING: Final = tuple(
    (f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
)


def finding_of(
    answer: Answer, card: Card, *, width: float, explained: NDArray[np.uint8] | None = None
) -> list[Flowable]:
    """Lay out one answer.

    Parameters
    ----------
    answer : Answer
        With its picture, unless there was none.
    card : Card
        Of the model that answered.
    width : float
        Points that there are.
    explained : ndarray of uint8, optional
        What is shown beside the picture, (height, width, 3); by default the finding's heat map.
    """
    name = text(answer.source.name, "quiet")
    if isinstance(answer.outcome, LentigoError) or answer.picture is None:
        message = getattr(answer.outcome, "message", say("There is no picture."))
        return [text(say("No finding"), "heading"), name, text(message, "alarm")]
    pixels = answer.picture.pixels
    if explained is None:
        explained = render_overlay(pixels, answer.outcome, card)
    pictures = _pictures(pixels, explained, width=width)
    return list(_finding(answer.outcome, card, name=name, pictures=pictures))


def _finding(
    analysis: Analysis, card: Card, *, name: Flowable, pictures: Flowable
) -> Iterator[Flowable]:
    yield KeepTogether(
        [
            *_heading(analysis, card),
            name,
            pictures,
            Spacer(0, _GAP),
            _probabilities(analysis, card),
            text(f"{malignant_sentence(analysis)}.", "body"),
        ]
    )
    for message in _remarks(analysis, card):
        yield text(message, "body")
    yield Spacer(0, _GAP / 2)
    entry = card.entry(analysis.finding)
    yield text(entry.shown_name, "subheading")
    yield text(entry.shown_explanation, "body")
    for detail in details(analysis, card):
        yield KeepTogether([text(detail.title, "subheading"), *lines(detail.words, "body")])
    yield text(say(IMAGE_ONLY), "quiet")


def _heading(analysis: Analysis, card: Card) -> list[Flowable]:
    """Put the finding first, but below a warning that it says nothing."""
    line = trust_line(analysis, card)
    probability = percent(analysis.probabilities[analysis.finding])
    found = f"{card.entry(analysis.finding).shown_name}, {probability}"
    if line is not None and line.tone is Tone.WARNING:
        return [
            _trust(line),
            text(say("The model's answer all the same: {found}", found=found), "body"),
        ]
    return [text(found, "heading"), *([] if line is None else [_trust(line)])]


def _trust(line: TrustLine) -> Flowable:
    return text(line.words, _TONES[line.tone])


def _pictures(plain: NDArray[np.uint8], explained: NDArray[np.uint8], *, width: float) -> Flowable:
    """Set the picture beside itself with the heat map, at the same scale."""
    each = (width - _GAP) / 2
    scale = min(each / plain.shape[1], _TALLEST / explained.shape[0])
    row = [picture(plain, scale), picture(explained, scale)]
    beside = scale * plain.shape[1]
    table = Table([row], colWidths=[beside + _GAP, beside], hAlign="LEFT")
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_NO_PADDING])
    return table


def _probabilities(analysis: Analysis, card: Card) -> Flowable:
    ranked = sorted(analysis.probabilities.items(), key=lambda pair: -pair[1])
    rows = [
        [text(card.entry(code).shown_name, "cell"), text(percent(value), "number"), _bar(value)]
        for code, value in ranked
    ]
    table = Table(rows, colWidths=_COLUMNS, hAlign="LEFT", spaceAfter=2 * mm)
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *_NO_PADDING,
            ("LEFTPADDING", (2, 0), (2, -1), _GAP),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
            ("LINEBELOW", (0, 0), (-1, -1), 0.25, LINE),
        ]
    )
    return table


def _bar(value: float) -> Drawing:
    width, height = _BAR
    drawing = Drawing(width, height)
    bar = Rect(0, 0, width * value, height)
    bar.fillColor, bar.strokeColor = BAR, None
    drawing.add(bar)
    return drawing


def _remarks(analysis: Analysis, card: Card) -> Iterator[str]:
    yield from (again(one.message) for one in analysis.cautions)
    for words in (evidence_sentence(analysis, card), case_mix_sentence(analysis, card)):
        if words:
            yield words
