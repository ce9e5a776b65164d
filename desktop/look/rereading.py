"""Reads answers again as the user wants them: of all images a few milliseconds at a time."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from core.trust.patient import Patient
    from desktop.look.reading import Reading
    from desktop.look.session import Session

_SLICE_S: Final = 0.008


class Rereading(QObject):
    """Reads the answers for a session's images again; a further change begins anew.

    Parameters
    ----------
    session : Session
        The images, and the owner.
    reading : Reading
        Tells when it has changed.
    """

    def __init__(self, session: Session, reading: Reading) -> None:
        super().__init__(session)
        self._session = session
        self._reading = reading
        self._waiting: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        reading.changed.connect(self._begin)

    @property
    def settled(self) -> bool:
        """Whether all images are read as the user wants it."""
        return not self._timer.isActive()

    def read(self, image: int) -> None:
        """Read the answer for an image as the user wants it now; the network is not asked."""
        entry = self._session.images.get(image)
        if entry is not None and entry.analysis is not None and entry.card is not None:
            analysis = self._reading.read(entry.analysis, entry.card, patient=entry.patient)
            self._session.images.change(image, analysis=analysis)
            self._session.changed.emit(image)

    def state_patient(self, image: int, patient: Patient) -> None:
        """Keep of whom an image is, as far as the user says, and narrow its evidence to it."""
        self._session.images.change(image, patient=patient)
        self.read(image)

    def _begin(self) -> None:
        self._waiting = iter([entry.id for entry in self._session.images])
        self._timer.start(0)

    def _go_on(self) -> None:
        end = perf_counter() + _SLICE_S
        for image in self._waiting:
            self.read(image)
            if perf_counter() > end:
                return
        self._timer.stop()
