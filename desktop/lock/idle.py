"""Notices that nobody has used mouse or keyboard for a while."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_USE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    )
)


class IdleWatch(QObject):
    """Watches the whole program; costs one comparison an event, and nothing while it is off.

    Parameters
    ----------
    parent : QObject
        As for any QObject.
    """

    idle = Signal()
    """Once, after the time that was set without any use."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self._watching = False

    def watch(self, milliseconds: int) -> None:
        """Watch for so long a time without use; 0 watches no more."""
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - there is one where there are windows
        if milliseconds and not self._watching:
            application.installEventFilter(self)
        elif not milliseconds and self._watching:
            application.removeEventFilter(self)
        self._watching = bool(milliseconds)
        self._timer.stop()
        if milliseconds:
            self._timer.start(milliseconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew when somebody does something."""
        if event.type() in _USE and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
