"""What stands above every page: logo, clinic and day."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from core.images.encode import encode_png
from core.report.pdf.script import settable
from core.report.pdf.style import BOLD, INK, LINE, QUIET, REGULAR

MARGIN: Final = 18 * mm
_SIZE: Final = 9
_BELOW_TOP: Final = 14 * mm
_LOGO: Final = (45 * mm, 9 * mm)  # at most
_LOGO_DROP: Final = 1.5 * mm  # below the words' base line
_GAP: Final = 3 * mm


@dataclass(frozen=True, slots=True, eq=False)
class Letterhead:
    """What a report says of itself on every page.

    Parameters
    ----------
    made : date
        The day.
    model : str
        Name and version of the model that answered.
    statement : str
        What this is not.
    clinic : str
        Whose report it is; may be empty.
    logo : ndarray of uint8, optional
        Theirs, (height, width, 3).
    """

    made: date
    model: str
    statement: str
    clinic: str = ""
    logo: NDArray[np.uint8] | None = None


def draw_head(canvas: Canvas, letterhead: Letterhead, *, size: tuple[float, float]) -> None:
    """Draw it on a page of a size."""
    width, height = size
    top = height - _BELOW_TOP
    left = MARGIN + _draw_logo(canvas, letterhead.logo, top=top)
    day = letterhead.made.isoformat()
    room = width - MARGIN - stringWidth(day, REGULAR, _SIZE) - _GAP - left
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, _SIZE)
    name = letterhead.clinic or ("" if letterhead.logo is not None else "Lentigo")
    canvas.drawString(left, top, _fitting(name, room))
    canvas.setFont(REGULAR, _SIZE)
    canvas.setFillColor(QUIET)
    canvas.drawRightString(width - MARGIN, top, day)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, top - 3 * mm, width - MARGIN, top - 3 * mm)


def _draw_logo(canvas: Canvas, logo: NDArray[np.uint8] | None, *, top: float) -> float:
    """Draw the logo, and say how far the words move to the right."""
    if logo is None:
        return 0
    height, width = logo.shape[:2]
    scale = min(_LOGO[0] / width, _LOGO[1] / height)
    picture = ImageReader(io.BytesIO(encode_png(logo)))
    canvas.drawImage(picture, MARGIN, top - _LOGO_DROP, width=width * scale, height=height * scale)
    return float(width * scale + _GAP)


def _fitting(words: str, room: float) -> str:
    """Shorten what does not fit on the line."""
    words = settable(words, BOLD)
    if stringWidth(words, BOLD, _SIZE) <= room:
        return words
    while words and stringWidth(f"{words}…", BOLD, _SIZE) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
