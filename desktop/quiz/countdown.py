"""The time that is left for an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_STEP_MS: Final = 200


class Countdown(QObject):
    """Counts down once at a time.

    Parameters
    ----------
    ticks : callable
        Seconds that only go forward.
    parent : QObject, optional
        As for any QObject.
    """

    left = Signal(float)
    """Seconds that are left, a few times each second."""
    over = Signal()

    def __init__(self, ticks: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self._end = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    def start(self, seconds: float) -> None:
        """Count from so many seconds on."""
        self._end = self._ticks() + seconds
        self._timer.start()
        self.left.emit(seconds)

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Tell how much is left now."""
        if not self.running:
            return
        left = self._end - self._ticks()
        self.left.emit(max(0.0, left))
        if left <= 0:
            self.stop()
            self.over.emit()
