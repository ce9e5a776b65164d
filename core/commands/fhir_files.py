"""``lentigo classify --fhir``: the finding of each answer as a DiagnosticReport."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from core.commands.file_names import FileNames
from core.fhir.report import diagnostic_report
from core.files import write_whole
from core.images.encode import encode_png
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.overlay import render_overlay
from core.results import Analysis


class FhirFiles:
    """Writes ``NAME.fhir.json`` for each answer.

    Parameters
    ----------
    folder : Path
        Where to write; made when first needed.
    card : Card
        Of the model that answers.
    patient_id : str
        A pseudonym for all of them; empty for none.
    """

    def __init__(self, folder: Path, card: Card, *, patient_id: str = "") -> None:
        self._folder = folder
        self._card = card
        self._patient_id = patient_id
        self._names = FileNames()

    def add_to(self, answer: Answer) -> Answer:
        """Write the report of one answer, and hand it on.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        if isinstance(answer.outcome, Analysis) and answer.picture is not None:
            overlay = render_overlay(answer.picture.pixels, answer.outcome, self._card)
            report = diagnostic_report(
                answer.outcome,
                self._card,
                overlay=encode_png(overlay, description=STATEMENT),
                made=datetime.now().astimezone(),
                patient_id=self._patient_id,
            )
            write_whole(self._folder / f"{self._names.of(answer.source)}.fhir.json", report)
        return answer
