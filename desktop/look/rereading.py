"""Carries a change of how answers are read to all open images, a few milliseconds at a time."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.look.reading import Reading
    from desktop.look.session import Session

_SLICE_S: Final = 0.008


class Rereading(QObject):
    """Has the session read its images again; a further change begins anew.

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
        self._waiting: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        reading.changed.connect(self._begin)

    @property
    def settled(self) -> bool:
        """Whether all images are read as the user wants it."""
        return not self._timer.isActive()

    def _begin(self) -> None:
        self._waiting = iter([entry.id for entry in self._session.images])
        self._timer.start(0)

    def _go_on(self) -> None:
        end = perf_counter() + _SLICE_S
        for image in self._waiting:
            self._session.read_again(image)
            if perf_counter() > end:
                return
        self._timer.stop()
