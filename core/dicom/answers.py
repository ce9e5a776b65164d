"""The DICOM objects of answers, for files and for archives."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pydicom import Dataset

from core.dicom.export import objects_of
from core.dicom.kinds import Kind
from core.dicom.subject import NO_ORDER, Subject, anonymous, subject_of
from core.errors import UnsupportedFormat
from core.image_source import ImageSource
from core.images import Picture, read_image
from core.images.formats import ImageFormat
from core.images.limits import Limits
from core.images.source import read_bytes
from core.language import say
from core.model import Card
from core.model.classifier import Answer
from core.report.order import Order, checked_pseudonym
from core.report.overlay import render_overlay
from core.results import Analysis


class AnswerObjects:
    """Makes image, heat map and report of each answer.

    Parameters
    ----------
    card : Card
        Of the model that answers.
    kind : Kind
        How the pictures were taken.
    patient_id : str
        A pseudonym for all of them; empty for none.
    same_patient : bool
        Whether patient and study are those of the source, which then must be DICOM; its image is
        referred to, and not written again.
    order : Order
        What all of them answer, where patient and study are not those of the source.

    Raises
    ------
    UsageError
        If a DICOM file cannot hold the pseudonym.
    """

    def __init__(
        self,
        card: Card,
        *,
        kind: Kind = Kind.DERMOSCOPIC,
        patient_id: str = "",
        same_patient: bool = False,
        order: Order = NO_ORDER,
    ) -> None:
        self._card = card
        self._kind = kind
        self._patient_id = checked_pseudonym(patient_id)
        self._same_patient = same_patient
        self._order = order

    def of(self, answer: Answer, *, original: ImageSource | None = None) -> dict[str, Dataset]:
        """Make the objects of one answer, by the word that names their files.

        Parameters
        ----------
        answer : Answer
            What is said; without an analysis there is nothing to make.
        original : Path, bytes or Held, optional
            The image itself; by default, the answer's source.

        Raises
        ------
        ImageError
            If the source cannot be read any more, or has no patient to take over.
        """
        analysis, seen = answer.outcome, answer.picture
        if not isinstance(analysis, Analysis) or seen is None:
            return {}
        source = original or answer.source
        made = datetime.now().astimezone()
        objects = objects_of(
            self._whole(source, seen),
            analysis,
            self._card,
            self._subject(answer.source.name, source, seen, made=made),
            overlay=render_overlay(seen.pixels, analysis, self._card),
            kind=self._kind,
            made=made,
        )
        return objects.named()

    def _whole(self, source: ImageSource, seen: Picture) -> Picture:
        """Return the picture in full size, which the analysis did not need."""
        record = seen.record
        if self._same_patient or seen.pixels.shape[:2] == (record.height, record.width):
            return seen
        return read_image(source)

    def _subject(self, name: str, source: ImageSource, seen: Picture, *, made: datetime) -> Subject:
        if not self._same_patient:
            return anonymous(made=made, patient_id=self._patient_id, order=self._order)
        if seen.record.format is not ImageFormat.DICOM:
            raise UnsupportedFormat(
                say(
                    "{name} is not a DICOM file, so there is no patient to take over from it.",
                    name=name,
                ),
                value=name,
            )
        return subject_of(_content(source))


def _content(source: ImageSource) -> bytes:
    if isinstance(source, Path):
        return read_bytes(source, limits=Limits())
    return source if isinstance(source, bytes) else source.read_whole()
