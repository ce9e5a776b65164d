"""Lentigo's mark, drawn from its SVG at the size and sharpness that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from core.paths import resources_folder


def _file() -> str:
    return str(resources_folder() / "icons" / "lentigo.svg")


def mark(side: int, *, ratio: float = 1.0) -> QPixmap:
    """Return the mark; `side` in device-independent pixels, `ratio` the screen's scale."""
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(_file()).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def window_icon() -> QIcon:
    """Return the mark as an icon in the usual sizes."""
    icon = QIcon()
    for side in (16, 32, 48, 128):
        icon.addPixmap(mark(side))
    return icon
