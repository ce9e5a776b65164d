"""Results in portions, so that no turn of the event loop shows too many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from core.batch.reading import Result

_MOST: Final = 100
_PAUSE_MS: Final = 150


class Portions(QObject):
    """Gathers results, and hands some on now and then.

    Parameters
    ----------
    parent : QObject
        As for any QObject.
    """

    came = Signal(object)
    """List of Result, never empty."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Result] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._hand_on)

    def add(self, result: Result) -> None:
        """Take one, to be handed on soon."""
        self._waiting.append(result)
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Hand on what there is."""
        while self._waiting:
            self._hand_on()

    def _hand_on(self) -> None:
        portion, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
        if portion:
            self.came.emit(portion)
        if self._waiting:
            self._timer.start()
