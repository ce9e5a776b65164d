"""The picture with its heat map and legend, to a file, to the clipboard or to paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QImage

from core.report.trust_words import warnings_of
from desktop.language.words import tr
from desktop.look.printed_page import page_of
from desktop.look.thumbnails import to_qimage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtPrintSupport import QPrinter

    from core.images import Picture
    from core.model import Card
    from core.report.options import ReportOptions
    from core.report.overlay import Explanation
    from core.results import Analysis
    from desktop.shell.background import Background


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Shown:
    """What is on the screen, with all that is needed to make it again at full size.

    Parameters
    ----------
    name : str
        Of the image.
    picture : Picture
        Its pixels, at most 2048 a side.
    analysis : Analysis
        Its finding.
    card : Card
        Of the model that found it.
    code : str
        The class that is explained.
    versus : str, optional
        The class that it is set against.
    explanation : Explanation, optional
        The map of another method than Grad-CAM.
    colours : str
        A value of `core.explain.heatmap.ColourMap`.
    opacity : float
        Of the hottest place, 0 to 1.
    """

    name: str
    picture: Picture
    analysis: Analysis
    card: Card
    code: str
    colours: str
    opacity: float
    versus: str | None = None
    explanation: Explanation | None = None

    @property
    def file_name(self) -> str:
        """A name to propose for the saved picture."""
        about = self.code if self.versus is None else f"{self.code}-not-{self.versus}"
        how = "" if self.explanation is None else f".{self.explanation.method}"
        return f"{Path(self.name).stem}.{about}{how}.heatmap.png"

    @property
    def report_name(self) -> str:
        """A name to propose for the saved report."""
        return f"{Path(self.name).stem}.report.pdf"


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
            lambda: write_pdf(shown, path, options=options),
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


def rendered(shown: Shown) -> NDArray[np.uint8]:
    """Return the picture with heat map and legend, (height, width, 3), sRGB."""
    from core.explain.heatmap import ColourMap
    from core.report.overlay import render_overlay

    return render_overlay(
        shown.picture.pixels,
        shown.analysis,
        shown.card,
        code=shown.code,
        versus=shown.versus,
        explanation=shown.explanation,
        colour_map=ColourMap(shown.colours),
        opacity=shown.opacity,
    )


def write_png(shown: Shown, path: Path) -> None:
    """Write it as a PNG file without any of the image's metadata.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    from core.files import write_whole
    from core.images.encode import encode_png

    model = f"{shown.card.name} {shown.card.version}"
    about = shown.code
    if shown.versus is not None:
        about = tr("{name} rather than {other}", name=shown.code, other=shown.versus)
    parts = [
        tr("Heat map of the class {name}, model {model}.", name=about, model=model),
        *warnings_of(shown.analysis),
        shown.card.statement,
    ]
    description = " ".join(parts)
    write_whole(path, encode_png(rendered(shown), description=description))


def write_pdf(shown: Shown, path: Path, *, options: ReportOptions) -> None:
    """Write the report of one image.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    from core.files import write_whole
    from desktop.look.report import report_pdf

    write_whole(path, report_pdf(shown, options))
