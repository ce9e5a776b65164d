"""Answers as a PDF file."""

from __future__ import annotations

import io
from datetime import date

import numpy as np
from numpy.typing import NDArray
from reportlab.platypus import Flowable, PageBreak

from core.language import say
from core.model import Card
from core.model.classifier import Answer
from core.report.paper import Paper
from core.report.pdf.finding import finding_of
from core.report.pdf.letterhead import Letterhead
from core.report.pdf.page import Document
from core.report.pdf.style import load_fonts


class PdfReport:
    """A report that grows: of each answer only what goes on paper is kept.

    Parameters
    ----------
    card : Card
        Of the model that answers.
    made : date
        The day that stands on it.
    paper : Paper
        Its size.
    clinic : str
        Whose report it is; stands above every page.
    logo : ndarray of uint8, optional
        Theirs, (height, width, 3).
    """

    def __init__(
        self,
        card: Card,
        *,
        made: date,
        paper: Paper = Paper.A4,
        clinic: str = "",
        logo: NDArray[np.uint8] | None = None,
    ) -> None:
        load_fonts()
        model = say("Model {names}", names=f"{card.name} {card.version}")
        letterhead = Letterhead(
            made, model=model, statement=card.statement, clinic=clinic, logo=logo
        )
        self._card = card
        self._target = io.BytesIO()
        self._document = Document(self._target, paper=paper, letterhead=letterhead)
        self._content: list[Flowable] = []

    def add(self, answer: Answer, *, explained: NDArray[np.uint8] | None = None) -> None:
        """Begin a page for an answer; its picture is drawn now and need not be kept.

        Parameters
        ----------
        answer : Answer
            With its picture, unless there was none.
        explained : ndarray of uint8, optional
            What is shown beside the picture, (height, width, 3); by default the heat map of the
            finding.
        """
        if self._content:
            self._content.append(PageBreak())
        self._content += finding_of(
            answer, self._card, width=self._document.text_width, explained=explained
        )

    def render(self) -> bytes:
        """Set all pages.

        Returns
        -------
        bytes
            A PDF file with its fonts and pictures. Nothing of the images' metadata is in it.
        """
        self._document.build(self._content, canvasmaker=self._document.numbered)
        return self._target.getvalue()
