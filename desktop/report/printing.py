"""Pages of a report onto paper: what was seen, at the printer's own resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.errors import OutputError
from desktop.language.words import tr
from desktop.look.thumbnails import to_qimage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.report.drawn_pages import DrawnPages

_FINEST: Final = 300.0  # dots to the inch; more is not seen, and an A4 page would fill memory


def print_pages(pages: DrawnPages, printer: QPrinter) -> None:
    """Print them, or those that the user asked the printer for; works in any thread.

    Raises
    ------
    OutputError
        If the printer cannot be reached.
    """
    painter = QPainter()
    printer.setFullPage(True)  # the pages have margins of their own
    if not printer.isValid() or not painter.begin(printer):
        name = printer.printerName()
        raise OutputError(
            tr(
                "The printer “{name}” cannot be reached. Choose another one, or save the report as "
                "PDF.",
                name=name,
            )
            if name
            else tr(
                "The printer that was chosen cannot be reached. Choose another one, or save the "
                "report as PDF."
            ),
            value=printer.printerName(),
        )
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    try:
        for number in range(first - 1, min(last, len(pages))):
            if number >= first:
                printer.newPage()
            _print_page(pages, number, painter=painter, printer=printer)
    finally:
        painter.end()


def _print_page(pages: DrawnPages, number: int, *, painter: QPainter, printer: QPrinter) -> None:
    dpi = min(float(printer.resolution()), _FINEST)
    image = to_qimage(pages.draw_for(number, dpi=dpi))
    paper = printer.paperRect(printer.Unit.DevicePixel)
    width, height = (side / 72 * printer.resolution() for side in pages.size(number))
    # Never larger than it is, but as small as other paper than the report's demands.
    scale = min(1.0, paper.width() / width, paper.height() / height)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.drawImage(place, image)
