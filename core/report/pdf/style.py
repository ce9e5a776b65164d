"""Fonts, sizes and colours of the pages."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.paths import fonts_folder

REGULAR: Final = "DejaVuSans"
BOLD: Final = "DejaVuSans-Bold"
INK: Final = HexColor(0x1A1A1A)
QUIET: Final = HexColor(0x595959)  # 7:1 on white
LINE: Final = HexColor(0xC8C8C8)
BAR: Final = HexColor(0x2B6CB0)
ALARM: Final = HexColor(0xB3261E)
SMALL: Final = 7.5  # points, for what stands on every page


@cache
def load_fonts() -> None:
    """Make the fonts known to ReportLab: they go into the file, as far as they are used."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, fonts_folder() / f"{name}.ttf"))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR)


def _style(
    name: str,
    size: float,
    *,
    bold: bool = False,
    color: Color = INK,
    before: float = 0,
    after: float | None = None,
    alignment: Literal[0, 2] = TA_LEFT,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=1.35 * size,
        textColor=color,
        spaceBefore=before,
        spaceAfter=0.4 * size if after is None else after,
        alignment=alignment,
        # A file's name may be one long word.
        splitLongWords=True,
    )


STYLES: Final = MappingProxyType(
    {
        "title": _style("title", 16, bold=True),
        "heading": _style("heading", 13, bold=True),
        "subheading": _style("subheading", 9, bold=True, before=5, after=1),
        "body": _style("body", 9),
        "strong": _style("strong", 10, bold=True),
        "alarm": _style("alarm", 10, bold=True, color=ALARM),
        "cell": _style("cell", 9, after=0),
        "number": _style("number", 9, after=0, alignment=TA_RIGHT),
        "quiet": _style("quiet", 8, color=QUIET),
        "fine": _style("fine", 7, color=QUIET),
        "remark": _style("remark", 8, bold=True),
    }
)
