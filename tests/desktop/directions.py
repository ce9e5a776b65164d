"""Looking at a widget as it is where one reads from the left, and from the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication


def in_both_directions(grab: Callable[[], QImage]) -> tuple[QImage, QImage]:
    """Grab a picture of a widget, made anew for each direction."""
    try:
        left = grab()
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return left, grab()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
