"""The DICOM objects of one answer, named and ready to be written or sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset

from core.dicom.capture import capture
from core.dicom.finding import structured_report
from core.dicom.kinds import Kind
from core.dicom.photograph import photograph
from core.dicom.subject import Subject
from core.images import Picture
from core.images.formats import ImageFormat
from core.model import Card
from core.results import Analysis

_LOSSY = {ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.AVIF, ImageFormat.HEIC}


@dataclass(frozen=True, slots=True, eq=False)
class Objects:
    """What belongs to one answer.

    Parameters
    ----------
    image : Dataset, optional
        The picture; None where the source is a DICOM object that the others refer to.
    overlay, report : Dataset
        The heat map over it, and the finding.
    """

    image: Dataset | None
    overlay: Dataset
    report: Dataset

    def named(self) -> dict[str, Dataset]:
        """Return the objects by the word that names their files."""
        found = {"image": self.image, "heatmap": self.overlay, "report": self.report}
        return {name: dataset for name, dataset in found.items() if dataset is not None}


def objects_of(
    picture: Picture,
    analysis: Analysis,
    card: Card,
    subject: Subject,
    *,
    overlay: NDArray[np.uint8],
    kind: Kind,
    made: datetime,
) -> Objects:
    """Make the objects.

    Parameters
    ----------
    picture : Picture
        In full size, which was analysed.
    analysis : Analysis
        Of it.
    card : Card
        Of the model that made it.
    subject : Subject
        Whose it is.
    overlay : ndarray of uint8
        The heat map over the picture, (height, width, 3).
    kind : Kind
        How the picture was taken.
    made : datetime
        When the objects are made.
    """
    image = None if subject.image is not None else _image(picture, subject, kind=kind, made=made)
    title = f"Lentigo: evidence for {card.entry(analysis.finding).name}"
    drawn = capture(overlay, subject, title=title, made=made)
    source = subject.image if image is None else image
    assert source is not None  # noqa: S101 - one of the two is there
    report = structured_report(analysis, card, subject, image=source, overlay=drawn, made=made)
    return Objects(image, drawn, report)


def _image(picture: Picture, subject: Subject, *, kind: Kind, made: datetime) -> Dataset:
    record = picture.record
    raw = record.width * record.height * 3
    return photograph(
        picture.pixels,
        subject,
        kind=kind,
        made=made,
        compression=raw / record.byte_count if record.format in _LOSSY else None,
        spacing_mm=record.spacing_mm,
    )
