"""Findings that are held back until the clinician has said what they take the image for.

What is covered is in no entry of the list of images, so nothing in the window can give it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from core.errors import ImageError
from desktop.look.entries import EntryState, ImageEntry

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis, ModelIdentity
    from desktop.look.image_list import ImageList
    from desktop.look.reading import Reading


class Finding(NamedTuple):
    """A finding, and the card of the model that made it."""

    analysis: Analysis
    card: Card | None


class Cover(QObject):
    """Shows findings, or holds them back.

    Parameters
    ----------
    images : ImageList
        Where they are shown.
    reading : Reading
        How the user wants answers read.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    active : bool
        Whether new findings are held back.
    """

    lifted = Signal(int)
    """Id of an image whose finding is shown from now on."""

    def __init__(
        self, images: ImageList, *, reading: Reading, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.active = False
        self._images = images
        self._reading = reading
        self._held: dict[int, Finding] = {}
        self._seen: set[int] = set()

    def held(self, image: int) -> Finding | None:
        """Return what is held back of an image."""
        return self._held.get(image)

    def settle(self, image: int, held: Finding) -> None:
        """Show a finding that has come; or hold it back, unless that image's was seen before."""
        if self.active and image not in self._seen:
            self._held[image] = held
            blank = {"analysis": None, "card": None, "error": None}
            self._images.change(image, state=EntryState.COVERED, **blank)
        else:
            self._show(image, held)

    def take_over(self, entry: ImageEntry, held: Finding | None) -> None:
        """Know of an image what another cover knew: what it held back, or that it was seen."""
        if held is not None:
            self._held[entry.id] = held
        elif entry.analysis is not None:
            self._seen.add(entry.id)

    def lift(self, image: int) -> None:
        """Show what was held back."""
        held = self._held.pop(image, None)
        if held is not None:
            self._show(image, held)
            self.lifted.emit(image)

    def drop(self, image: int) -> None:
        """Forget an image that is closed."""
        self._held.pop(image, None)
        self._seen.discard(image)

    def clear(self) -> None:
        """Forget all images."""
        self._held.clear()
        self._seen.clear()

    def is_outdated(self, entry: ImageEntry, model: ModelIdentity) -> bool:
        """Whether the model that answers now may have something else to say about an image."""
        held = self._held.get(entry.id)
        analysis = entry.analysis if held is None else held.analysis
        if analysis is not None:
            return analysis.model != model
        return entry.error is not None and not isinstance(entry.error, ImageError)

    def _show(self, image: int, held: Finding) -> None:
        self._seen.add(image)
        entry, analysis, card = self._images.get(image), held.analysis, held.card
        if card is not None and entry is not None:
            analysis = self._reading.read(analysis, card, patient=entry.patient)
        self._images.change(image, state=EntryState.DONE, analysis=analysis, card=card, error=None)
