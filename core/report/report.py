"""A report, whatever it is written as: it takes answers one after the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from core.errors import UsageError
from core.language import say
from core.report.options import ReportOptions

if TYPE_CHECKING:
    from core.model import Card
    from core.model.classifier import Answer

_DEFAULT: Final = ReportOptions()


class Report(Protocol):
    """A report that grows."""

    def add(self, answer: Answer) -> None:
        """Take an answer, with its picture unless there was none; neither need be kept."""

    def render(self) -> bytes:
        """Set everything that was added."""


def without_name(answer: Answer, *, number: int = 1) -> Answer:
    """Return an answer that keeps its file's name to itself: files are named after patients."""
    return answer._replace(source=Path(say("Image {number}", number=number)))


def open_report(path: Path, card: Card, *, made: date, options: ReportOptions = _DEFAULT) -> Report:
    """Begin the report that a file's name asks for.

    Parameters
    ----------
    path : Path
        ``.pdf`` or ``.html``.
    card : Card
        Of the model that answers.
    made : date
        The day that stands on it.
    options : ReportOptions
        Paper and letterhead of a PDF's pages.

    Raises
    ------
    UsageError
        If the name ends otherwise.
    ImageError
        If the clinic's logo cannot be read.
    """
    match path.suffix.lower():
        case ".pdf":
            from core.report.originals import read_logo
            from core.report.pdf.report import PdfReport

            logo = read_logo(options.logo)
            return PdfReport(card, made=made, paper=options.paper, clinic=options.clinic, logo=logo)
        case ".html" | ".htm":
            from core.report.html import HtmlReport

            return HtmlReport(card)
        case _:
            raise UsageError(
                say("A report is a .pdf or a .html file, not {name}.", name=path.name), value=path
            )
