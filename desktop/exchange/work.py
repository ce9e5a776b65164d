"""Writing findings for other systems, outside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ImageChanged, LentigoError
from core.file_names import FileNames
from core.images import read_image
from core.model.classifier import Answer
from core.model.preparation import BOUNDED_SIDE
from desktop.exchange.wish import ExchangeFormat, ExchangeWish, Whose
from desktop.language.words import tr
from desktop.look.leaving import Leaving

if TYPE_CHECKING:
    from core.dicom.answers import AnswerObjects
    from core.image_source import ImageSource
    from core.model import Card
    from core.results import Analysis
    from desktop.look.entries import Source

Write = Callable[[Answer, "ImageSource"], tuple[Path, ...]]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Item:
    """An image with its finding.

    Parameters
    ----------
    name : str
        What the user calls it.
    source : Path, bytes or Held
        Its file, or its content.
    sha256 : str
        Of what was analysed.
    dicom : bool
        Whether it is a DICOM file.
    analysis : Analysis
        Its finding.
    card : Card
        Of the model that found it.
    """

    name: str
    source: Source
    sha256: str
    dicom: bool
    analysis: Analysis
    card: Card

    @property
    def leaving(self) -> Leaving:
        """What is noted of it if it leaves."""
        return Leaving.of(self.source, self.sha256)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    Parameters
    ----------
    paths : tuple of Path
        The files that were written.
    errors : tuple of str
        Why others were not, each with the name of its image.
    """

    paths: tuple[Path, ...]
    errors: tuple[str, ...]


def write_all(items: Sequence[Item], wish: ExchangeWish, *, folder: Path) -> Outcome:
    """Write the files of all images; one that fails stops no other, and none replaces any."""
    writers: dict[str, Write] = {}
    names = FileNames(folder)  # cameras give pictures of different patients the same name
    paths: list[Path] = []
    errors: list[str] = []
    for item in items:
        model = item.analysis.model.sha256
        write = writers.get(model) or _writer(wish, item.card, folder, names)
        writers[model] = write
        try:
            paths += write(answer_of(item), item.source)
        except LentigoError as error:
            errors.append(f"{item.name}: {error.message}")
    return Outcome(tuple(paths), tuple(errors))


def _writer(wish: ExchangeWish, card: Card, folder: Path, names: FileNames) -> Write:
    # Both bring libraries that are slow to import.
    if wish.format is ExchangeFormat.FHIR:
        from core.fhir.files import FhirFiles

        reports = FhirFiles(folder, card, patient_id=wish.patient_id, order=wish.order, names=names)
        return lambda answer, _: reports.write(answer)
    from core.dicom.files import DicomFiles

    files = DicomFiles(folder, objects_as(wish, card), names=names)
    return lambda answer, original: files.write(answer, original=original)


def objects_as(wish: ExchangeWish, card: Card) -> AnswerObjects:
    """Return what makes DICOM objects as the user wants them."""
    from core.dicom.answers import AnswerObjects

    return AnswerObjects(
        card,
        kind=wish.kind,
        patient_id=wish.patient_id,
        same_patient=wish.whose is Whose.SAME,
        order=wish.order,
    )


def answer_of(item: Item) -> Answer:
    """Return an image with its finding, and its picture read anew.

    Raises
    ------
    ImageError
        If it cannot be read, or is no longer what was analysed.
    """
    picture = read_image(item.source, max_side=BOUNDED_SIDE)
    if item.sha256 and picture.record.sha256 != item.sha256:
        message = tr("The file has changed since it was analysed: open it again.")
        raise ImageChanged(message, value=item.name)
    named = item.source if isinstance(item.source, Path) else Path(f"{item.name}.png")
    return Answer(named, item.analysis, picture)
