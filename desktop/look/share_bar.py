"""A share and its interval on a scale from nothing to all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.paint import rounded

_HEIGHT: Final = 12
_TRACK: Final = 4
_BAND: Final = 8
_MARK: Final = 3
_FAINT: Final = 0.45


class ShareBar(QWidget):
    """Paints a track, the interval as a wide band on it, and the share as a mark.

    The words beside it say the same, so that nobody needs to see it.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.share = 0.0
        self.interval = (0.0, 1.0)

    def show_share(self, share: float, interval: tuple[float, float]) -> None:
        """Show another share, 0 to 1, and its interval."""
        self.share, self.interval = share, interval
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, room = self.palette(), QRectF(self.rect())
        accent = palette.color(QPalette.ColorRole.Accent)
        rounded(painter, _strip(room, 0, 1, _TRACK), palette.color(QPalette.ColorRole.Midlight))
        rounded(painter, _strip(room, *self.interval, _BAND), _faint(accent))
        middle = room.left() + room.width() * self.share
        left = min(max(middle - _MARK / 2, room.left()), room.right() - _MARK)
        painter.fillRect(
            QRectF(left, room.top(), _MARK, room.height()),
            palette.color(QPalette.ColorRole.WindowText),
        )
        painter.end()


def _strip(room: QRectF, low: float, high: float, height: float) -> QRectF:
    left, right = (room.left() + room.width() * end for end in (low, high))
    return QRectF(left, room.center().y() - height / 2, max(right - left, 2.0), height)


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(_FAINT)
    return faint
