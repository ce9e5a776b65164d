"""One opened image as the window knows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from core.image_source import ImageSource
from core.language import again
from core.trust.patient import Patient

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.errors import LentigoError
    from core.model import Card
    from core.results import Analysis

_NOT_STATED: Final = Patient()

Source = ImageSource
"""A file, the content of one that was pasted, or an original of sealed cases."""


class EntryState(StrEnum):
    """How far the analysis of an image is."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    COVERED = "covered"
    """It is done, and held back until the user has said what they take the image for."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ImageEntry:
    """An opened image.

    Parameters
    ----------
    id : int
        Unlike any other's of this session.
    source : Path, bytes or Held
        Where its pixels come from.
    name : str
        What the user calls it.
    state : EntryState
        How far its analysis is.
    thumbnail : QImage, optional
        Small picture, once it is decoded.
    analysis : Analysis, optional
        Where the state is DONE.
    card : Card, optional
        Of the model that made the analysis; the window may have another one by now.
    error : LentigoError, optional
        Where the state is FAILED.
    patient : Patient
        Of whom it is, as far as the user has said.
    sha256 : str
        Of the bytes of its file, once they were read.
    dicom : bool
        Whether it is a DICOM file, which says more than its pixels.
    """

    id: int
    source: Source
    name: str
    state: EntryState = EntryState.WAITING
    thumbnail: QImage | None = None
    analysis: Analysis | None = None
    card: Card | None = None
    error: LentigoError | None = None
    patient: Patient = _NOT_STATED
    sha256: str = ""
    dicom: bool = False

    @property
    def finding_name(self) -> str:
        """Full name of the most probable class; empty where there is no analysis."""
        return again(self.finding_label)

    @property
    def finding_label(self) -> str:
        """The same as it is kept: in English, as the model's card has it."""
        if self.analysis is None or self.card is None:
            return ""
        return self.card.entry(self.analysis.finding).name
