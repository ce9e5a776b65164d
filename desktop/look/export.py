"""The picture with its heat map and legend, to a file, to the clipboard or to paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QImage

from desktop.language.words import tr
from desktop.look.printed_page import page_of
from desktop.look.shown import rendered, report_pdf, write_png
from desktop.look.thumbnails import to_qimage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.report.options import ReportOptions
    from desktop.look.shown import Shown
    from desktop.shell.background import Background


class Exporter(QObject):
    """Renders outside the GUI thread, then hands on.

    Parameters
    ----------
    background : Background
        Where it renders.
    parent : QObject, optional
        As for any QObject.
    """

    said = Signal(str)
    """A sentence about what was done."""
    failed = Signal(str)
    """A sentence about what could not be done."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background

    def save(self, shown: Shown, path: Path) -> None:
        """Write a PNG file; an existing one is replaced whole or not at all."""
        self._run(
            lambda: write_png(shown, path),
            done=lambda _: self.said.emit(tr("Saved as {name}.", name=path.name)),
        )

    def save_report(self, shown: Shown, path: Path, *, options: ReportOptions) -> None:
        """Write a PDF file; an existing one is replaced whole or not at all."""
        self._run(
            partial(self._write_report, shown, path, options),
            done=lambda _: self.said.emit(tr("Saved as {name}.", name=path.name)),
        )

    def copy(self, shown: Shown) -> None:
        """Put the picture on the clipboard."""
        self._run(lambda: to_qimage(rendered(shown)), done=self._to_clipboard)

    def print(self, shown: Shown, printer: QPrinter) -> None:
        """Print one page."""
        self._run(
            lambda: to_qimage(rendered(shown)), done=lambda image: self._page(shown, image, printer)
        )

    def _run(self, work: Callable[[], object], *, done: Callable[..., None]) -> None:
        self._background.run(work, done=done, failed=self._tell)

    def _write_report(self, shown: Shown, path: Path, options: ReportOptions) -> None:
        from core.files import write_whole

        write_whole(path, self._background.aside.run(partial(report_pdf, shown, options)))

    def _to_clipboard(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.said.emit(tr("The picture with its heat map is on the clipboard."))

    def _page(self, shown: Shown, image: QImage, printer: QPrinter) -> None:
        page_of(shown, image, size=QSizeF(printer.pageRect(printer.Unit.Point).size())).print_(
            printer
        )
        self.said.emit(tr("Sent to the printer."))

    def _tell(self, error: Exception) -> None:
        from core.errors import LentigoError

        if not isinstance(error, LentigoError):
            raise error
        self.failed.emit(error.message)
