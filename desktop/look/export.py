"""The picture with its heat map and legend, to a file, to the clipboard or to paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QImage

from desktop.language.words import tr
from desktop.look.leaving import Noting, Unnoted
from desktop.look.printed_page import page_of
from desktop.look.shown import rendered, report_pdf, write_png
from desktop.look.thumbnails import to_qimage
from desktop.shell.background import named

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
    noting : Noting, optional
        Keeps a record of what leaves; nobody does by default.
    """

    said = Signal(str)
    """A sentence about what was done."""
    failed = Signal(str)
    """A sentence about what could not be done."""

    def __init__(
        self, background: Background, parent: QObject | None = None, *, noting: Noting | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self.noting: Noting = noting or Unnoted()

    def save(self, shown: Shown, path: Path) -> None:
        """Write a PNG file; an existing one is replaced whole or not at all."""
        self._run(
            shown,
            "picture",
            lambda: write_png(shown, path),
            done=lambda _: self.said.emit(tr("Saved as {name}.", name=path.name)),
        )

    def save_report(self, shown: Shown, path: Path, *, options: ReportOptions) -> None:
        """Write a PDF file; an existing one is replaced whole or not at all."""
        self._run(
            shown,
            "report",
            partial(self._write_report, shown, path, options),
            done=lambda _: self.said.emit(tr("Saved as {name}.", name=path.name)),
        )

    def copy(self, shown: Shown) -> None:
        """Put the picture on the clipboard."""
        work = partial(_drawn, shown)
        self._run(shown, "copy", work, done=self._to_clipboard)

    def print(self, shown: Shown, printer: QPrinter) -> None:
        """Print one page."""
        done = partial(self._page, shown, printer=printer)
        self._run(shown, "print", partial(_drawn, shown), done=done)

    def _run(
        self, shown: Shown, how: str, work: Callable[[], object], *, done: Callable[..., None]
    ) -> None:
        run = partial(self._background.run, work, done=done, failed=self._tell)
        self.noting.before([shown.leaving], how=how, then=run)

    def _write_report(self, shown: Shown, path: Path, options: ReportOptions) -> None:
        from core.files import write_whole

        write_whole(path, self._background.aside.run(partial(report_pdf, shown, options)))

    def _to_clipboard(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.said.emit(tr("The picture with its heat map is on the clipboard."))

    def _page(self, shown: Shown, image: QImage, *, printer: QPrinter) -> None:
        page_of(shown, image, size=QSizeF(printer.pageRect(printer.Unit.Point).size())).print_(
            printer
        )
        self.said.emit(tr("Sent to the printer."))

    def _tell(self, error: Exception) -> None:

        error = named(error)
        self.failed.emit(error.message)


def _drawn(shown: Shown) -> QImage:
    return to_qimage(rendered(shown))
