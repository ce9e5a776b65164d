"""A small picture that is as wide as there is room for, and as high as it then has to be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class Painted(QWidget):
    """Shows one picture.

    Parameters
    ----------
    name : str
        What it shows, for who cannot see it.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Keep the picture's proportions."""
        return round(width * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        """Be small."""
        return QSize(144, self.heightForWidth(144))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        del event
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        painter.drawImage(room, self._image)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
