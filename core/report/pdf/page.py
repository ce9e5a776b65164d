"""What stands on every page: the letterhead above; statement, model and page number below."""

from __future__ import annotations

from typing import IO, Any, Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from core.language import again, current, say
from core.report.paper import Paper
from core.report.pdf.letterhead import MARGIN, Letterhead, draw_head
from core.report.pdf.style import BOLD, INK, LINE, QUIET, REGULAR, SMALL

_FOOT: Final = 22 * mm
_HEAD: Final = 22 * mm


class Document(BaseDocTemplate):
    """Pages with a letterhead.

    Parameters
    ----------
    target : file
        Binary, to write to.
    paper : Paper
        Of all pages.
    letterhead : Letterhead
        Of all pages.
    title : str
        What readers of PDF call it; by default, that it holds findings.
    """

    def __init__(
        self, target: IO[bytes], *, paper: Paper, letterhead: Letterhead, title: str = ""
    ) -> None:
        super().__init__(
            target,
            pagesize=paper.size,
            title=title or say("Lentigo: findings"),
            creator="Lentigo",
            # Nothing of the machine or the moment stands in the file but what is printed.
            invariant=1,
            lang=str(current()),
        )
        self._letterhead = letterhead
        width, height = paper.size
        frame = Frame(
            MARGIN, _FOOT, width - 2 * MARGIN, height - _FOOT - _HEAD,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        self.addPageTemplates([PageTemplate(frames=[frame], onPage=self._draw_head)])

    @property
    def text_width(self) -> float:
        """Points between the margins."""
        return float(self.pagesize[0]) - 2 * MARGIN

    def numbered(self, *arguments: Any, **options: Any) -> NumberedCanvas:  # noqa: ANN401 - ReportLab's form
        """Make the canvas that `build` asks for."""
        return NumberedCanvas(*arguments, letterhead=self._letterhead, **options)

    def _draw_head(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        draw_head(canvas, self._letterhead, size=self.pagesize)


class NumberedCanvas(Canvas):
    """A canvas that knows how many pages there are before it writes the first one's number."""

    def __init__(self, *arguments: Any, letterhead: Letterhead, **options: Any) -> None:  # noqa: ANN401 - ReportLab's form
        super().__init__(*arguments, **options)
        self._letterhead = letterhead
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:
        """Keep the page instead of writing it."""
        self._pages.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined] # which the stubs leave out

    def save(self) -> None:
        """Write all pages, now that their number is known."""
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            self._draw_foot(number, len(self._pages))
            super().showPage()
        super().save()

    def _draw_foot(self, number: int, total: int) -> None:
        width, _ = self._pagesize  # type: ignore[attr-defined] # which the stubs leave out
        self.setStrokeColor(LINE)
        self.setLineWidth(0.5)
        self.line(MARGIN, 19 * mm, width - MARGIN, 19 * mm)
        self.setFillColor(INK)
        self.setFont(BOLD, SMALL)
        self.drawString(MARGIN, 15 * mm, again(self._letterhead.statement))
        self.setFillColor(QUIET)
        self.setFont(REGULAR, SMALL)
        self.drawString(MARGIN, 11 * mm, self._letterhead.model)
        words = say("Page {number} of {total}", number=number, total=total)
        self.drawRightString(width - MARGIN, 11 * mm, words)
