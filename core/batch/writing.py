"""From an answer to its row and its heat map, the same for the command line and the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.batch.table import row_of
from core.files import write_whole
from core.images.encode import encode_png
from core.model import STATEMENT
from core.report.overlay import render_overlay
from core.results import Analysis

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from core.batch.table import Row
    from core.model import Card
    from core.model.classifier import Answer
    from core.trust.interpretation import Interpretation


def reading_of(how: Interpretation, *, thorough: bool) -> str:
    """Say in a few words how answers are read: what a table holds only one kind of.

    Parameters
    ----------
    how : Interpretation
        Case mix and operating point.
    thorough : bool
        Whether turned and mirrored views are analysed as well.
    """
    mix = ",".join(f"{code}={share:g}" for code, share in (how.prevalence or {}).items())
    return " ".join(filter(None, ("thorough" if thorough else "", how.operating_point, mix)))


@dataclass(frozen=True, slots=True)
class AnswerWriter:
    """Turns answers into rows, and writes heat maps where they are wanted.

    Parameters
    ----------
    job : BatchJob
        Names the images.
    card : Card
        Of the model.
    sha256 : str
        Of the model.
    reading : str
        How its answers are read.
    """

    job: BatchJob
    card: Card
    sha256: str
    reading: str

    def row(self, answer: Answer) -> Row:
        """Make the row of an answer."""
        name = self.job.name(answer.source)
        return row_of(answer, self.card, name=name, reading=self.reading, sha256=self.sha256)

    def write_overlay(self, answer: Answer) -> None:
        """Write the heat map of an answer, where heat maps are wanted and there is one.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        path = self.job.overlay(answer.source)
        if path is None or answer.picture is None or not isinstance(answer.outcome, Analysis):
            return
        shown = render_overlay(answer.picture.pixels, answer.outcome, self.card)
        write_whole(path, encode_png(shown, description=STATEMENT))
