"""Words on a page."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from core.report.pdf.script import settable
from core.report.pdf.style import STYLES


def text(words: str, style: str) -> Paragraph:
    """Set words as they are, in one of `STYLES`; a percent sign stays with its number."""
    known = settable(str(words), STYLES[style].fontName)
    return Paragraph(escape(known).replace(" %", "\N{NO-BREAK SPACE}%"), STYLES[style])


def lines(words: str, style: str) -> list[Paragraph]:
    """Set each line of a text for itself."""
    return [text(line, style) for line in words.splitlines() if line.strip()]
