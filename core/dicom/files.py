"""Image, heat map and finding of each answer as DICOM files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from core.dicom.export import objects_of
from core.dicom.kinds import Kind
from core.dicom.objects import to_bytes
from core.dicom.subject import Subject, anonymous, subject_of
from core.errors import UnsupportedFormat
from core.file_names import FileNames
from core.files import write_whole
from core.image_source import ImageSource
from core.images import Picture, read_image
from core.images.formats import ImageFormat
from core.images.limits import Limits
from core.images.source import read_bytes
from core.language import say
from core.model import Card
from core.model.classifier import Answer
from core.report.overlay import render_overlay
from core.results import Analysis


class DicomFiles:
    """Writes ``NAME.image.dcm``, ``NAME.heatmap.dcm`` and ``NAME.report.dcm`` for each answer.

    Parameters
    ----------
    folder : Path
        Where to write; made when first needed.
    card : Card
        Of the model that answers.
    kind : Kind
        How the pictures were taken.
    patient_id : str
        A pseudonym for all of them; empty for none.
    same_patient : bool
        Whether patient and study are those of the source, which then must be DICOM; its image is
        referred to, and not written again.
    """

    def __init__(
        self,
        folder: Path,
        card: Card,
        *,
        kind: Kind = Kind.DERMOSCOPIC,
        patient_id: str = "",
        same_patient: bool = False,
    ) -> None:
        self._folder = folder
        self._card = card
        self._kind = kind
        self._patient_id = patient_id
        self._same_patient = same_patient
        self._names = FileNames()

    def add_to(self, answer: Answer) -> Answer:
        """Write the files of one answer, and hand it on: see `write`."""
        self.write(answer)
        return answer

    def write(self, answer: Answer, *, original: ImageSource | None = None) -> tuple[Path, ...]:
        """Write the files of one answer.

        Parameters
        ----------
        answer : Answer
            Whose source names the files.
        original : Path, bytes or Held, optional
            The image itself; by default, the answer's source.

        Returns
        -------
        tuple of Path
            The files; nothing where there was no analysis.

        Raises
        ------
        ImageError
            If the source cannot be read any more, or has no patient to take over.
        OutputError
            If a file cannot be written.
        """
        if not isinstance(answer.outcome, Analysis) or answer.picture is None:
            return ()
        source = original or answer.source
        name = self._names.of(answer.source)
        return tuple(self._write(name, source, answer.picture, answer.outcome))

    def _write(
        self, name: str, source: ImageSource, seen: Picture, analysis: Analysis
    ) -> Iterator[Path]:
        made = datetime.now().astimezone()
        objects = objects_of(
            self._whole(source, seen),
            analysis,
            self._card,
            self._subject(name, source, seen, made=made),
            overlay=render_overlay(seen.pixels, analysis, self._card),
            kind=self._kind,
            made=made,
        )
        for word, dataset in objects.named().items():
            path = self._folder / f"{name}.{word}.dcm"
            write_whole(path, to_bytes(dataset))
            yield path

    def _whole(self, source: ImageSource, seen: Picture) -> Picture:
        """Return the picture in full size, which the analysis did not need."""
        record = seen.record
        if self._same_patient or seen.pixels.shape[:2] == (record.height, record.width):
            return seen
        return read_image(source)

    def _subject(self, name: str, source: ImageSource, seen: Picture, *, made: datetime) -> Subject:
        if not self._same_patient:
            return anonymous(made=made, patient_id=self._patient_id)
        if seen.record.format is not ImageFormat.DICOM:
            raise UnsupportedFormat(
                say(
                    "{name} is not a DICOM file, so there is no patient to take over from it.",
                    name=source.name if isinstance(source, Path) else name,
                ),
                value=name,
            )
        return subject_of(_content(source))


def _content(source: ImageSource) -> bytes:
    if isinstance(source, Path):
        return read_bytes(source, limits=Limits())
    return source if isinstance(source, bytes) else source.read_whole()
