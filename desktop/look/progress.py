"""How far the work is, told to the strip a few times a second and not for every image.

A progress bar repaints at once whenever it is told something, and the window with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.look.session import Session
    from desktop.look.strip import Strip

_INTERVAL_MS: Final = 50


class ProgressPresenter(QObject):
    """Carries the session's progress to the strip.

    Parameters
    ----------
    strip : Strip
        Shows it.
    session : Session
        Makes it.
    """

    def __init__(self, strip: Strip, session: Session) -> None:
        super().__init__(strip)
        self._strip = strip
        self._session = session
        self._progress = (0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._show)
        session.progress.connect(self._on_progress)

    def _on_progress(self, finished: int, total: int) -> None:
        self._progress = (finished, total)
        if not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        finished, total = self._progress
        self._strip.show_progress(finished, total, images=len(self._session.images))
