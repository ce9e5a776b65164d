"""The finding of each answer as a DiagnosticReport in a file of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from core.fhir.report import diagnostic_report
from core.file_names import FileNames
from core.files import write_whole
from core.images.encode import encode_png
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.order import Order, checked_pseudonym
from core.report.overlay import render_overlay
from core.results import Analysis

_ENDING: Final = ".fhir.json"


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
    order : Order, optional
        What all of them answer.
    names : FileNames, optional
        Names the files; by default what an earlier run wrote is replaced.

    Raises
    ------
    UsageError
        If a DICOM file could not hold the pseudonym: one patient has one in both.
    """

    def __init__(
        self,
        folder: Path,
        card: Card,
        *,
        patient_id: str = "",
        order: Order | None = None,
        names: FileNames | None = None,
    ) -> None:
        self._folder = folder
        self._card = card
        self._patient_id = checked_pseudonym(patient_id)
        self._order = order
        self._names = names or FileNames()

    def add_to(self, answer: Answer) -> Answer:
        """Write the report of one answer, and hand it on: see `write`."""
        self.write(answer)
        return answer

    def write(self, answer: Answer) -> tuple[Path, ...]:
        """Write the report of one answer.

        Returns
        -------
        tuple of Path
            The file; nothing where there was no analysis.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        if not isinstance(answer.outcome, Analysis) or answer.picture is None:
            return ()
        overlay = render_overlay(answer.picture.pixels, answer.outcome, self._card)
        report = diagnostic_report(
            answer.outcome,
            self._card,
            overlay=encode_png(overlay, description=STATEMENT),
            made=datetime.now().astimezone(),
            patient_id=self._patient_id,
            order=self._order,
        )
        path = self._folder / f"{self._names.of(answer.source, _ENDING)}{_ENDING}"
        write_whole(path, report)
        return (path,)
