"""What is on the screen, as plain values, and how it is made again at full size; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.images import Picture
    from core.model import Card
    from core.report.options import ReportOptions
    from core.report.overlay import Explanation
    from core.results import Analysis
    from desktop.look.leaving import Leaving


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
    leaving : Leaving
        What is noted of it if it leaves.
    """

    name: str
    picture: Picture
    analysis: Analysis
    card: Card
    code: str
    colours: str
    opacity: float
    leaving: Leaving
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
    from core.report.overlay import describe_overlay

    description = describe_overlay(shown.analysis, shown.card, code=shown.code, versus=shown.versus)
    write_whole(path, encode_png(rendered(shown), description=description))


def report_pdf(shown: Shown, options: ReportOptions) -> bytes:
    """Make the report as a PDF file.

    Raises
    ------
    ImageError
        If the clinic's logo cannot be read.
    """
    from core.model.classifier import Answer
    from core.report.originals import read_logo
    from core.report.pdf.report import PdfReport
    from core.report.report import without_name

    report = PdfReport(
        shown.card,
        made=datetime.now().astimezone().date(),
        paper=options.paper,
        clinic=options.clinic,
        logo=read_logo(options.logo),
    )
    label = shown.card.entry(shown.analysis.finding).name
    answer = Answer(Path(shown.name), shown.analysis, shown.picture, label)
    shown_as = answer if options.file_names else without_name(answer)
    report.add(shown_as, explained=rendered(shown))
    return report.render()
