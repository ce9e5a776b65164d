"""``--screenshot``: the real window, saved as a picture once everything has come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.composition import App

_POLL_MS: Final = 50
_PATIENCE_MS: Final = 180_000
_CALM: Final = 4  # looks in a row at which nothing may be missing: layouts settle meanwhile


class Screenshot(QObject):
    """Waits until the window has settled, then saves its picture.

    Parameters
    ----------
    app : App
        The window.
    path : Path
        Where to save.
    expected : bool
        Whether images were asked for, so that an empty window is not yet the answer.
    """

    finished = Signal(int)
    """Exit status: 0; 1 if not everything came in time or some image gave no finding."""
    failed = Signal(str)
    """Why the picture could not be saved."""

    def __init__(self, app: App, path: Path, *, expected: bool) -> None:
        super().__init__(app.window)
        self._app = app
        self._path = path
        self._expected = expected
        self._calm = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._look)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._take)

    def start(self) -> None:
        """Begin to wait."""
        self._timer.start()
        self._patience.start()

    def _look(self) -> None:
        self._calm = self._calm + 1 if self._settled() else 0
        if self._calm >= _CALM:
            self._take()

    def _settled(self) -> bool:
        app = self._app
        there = len(app.session.images) > 0 or bool(app.notice.words)
        opened = there or not self._expected
        known = app.engine.known
        shown = app.presenter.settled and app.similar.presenter.settled
        return opened and known and app.session.unfinished == 0 and shown

    def _take(self) -> None:
        from core.errors import OutputError
        from core.files import write_whole

        self._timer.stop()
        self._patience.stop()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._app.window.grab().save(buffer, "PNG")
        try:
            write_whole(self._path, bytes(buffer.data().data()))
        except OutputError as error:
            self.failed.emit(error.message)
            self.finished.emit(2)
            return
        self.finished.emit(int(not self._complete()))

    def _complete(self) -> bool:
        images = self._app.session.images
        expected = not self._expected or len(images) > 0
        found = all(entry.analysis is not None for entry in images)
        return expected and found and self._settled()
