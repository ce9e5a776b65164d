"""The picture and, as an item of its own, the heat map over it.

The view shows what it is given and tells how far it is zoomed; it decides nothing.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPalette, QPixmap, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from desktop.language.words import tr
from desktop.look.zoom import clamp, fit_scale, step_scale, wheel_factor

_ROOM: Final = 16  # pixels between a fitted picture and the edge of the view
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation


class PictureView(QGraphicsView):
    """Shows one picture, to be zoomed at the cursor and moved by dragging.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    zoomed = Signal(float)
    """Screen pixels for each pixel of the image's file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        scene = QGraphicsScene()
        super().__init__(scene, parent)
        scene.setParent(self)
        self._picture = QGraphicsPixmapItem()
        self._heat = QGraphicsPixmapItem(self._picture)
        self._reduction = 1.0
        self._fitted = True
        self._words = ""
        for item in (self._picture, self._heat):
            item.setTransformationMode(_SMOOTH)
        scene.addItem(self._picture)
        self.setObjectName("picture")
        self.setAccessibleName(tr("Picture"))
        self.setAccessibleDescription(
            tr("The image, with the heat map of the chosen class over it")
        )
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)  # the window takes them

    def show_picture(self, image: QImage | None, *, full_width: int = 0) -> None:
        """Show another picture, fitted, without heat; or none.

        Parameters
        ----------
        image : QImage or None
            The picture, perhaps reduced.
        full_width : int
            Width of the image in its file, in pixels: what "1:1" refers to.
        """
        self._heat.setPixmap(QPixmap())
        self._picture.setPixmap(QPixmap.fromImage(image) if image else QPixmap())
        self._reduction = max(1.0, full_width / image.width()) if image else 1.0
        self.setSceneRect(self._picture.boundingRect())
        self.fit()

    @property
    def words(self) -> str:
        """What is said where a picture would be."""
        return self._words

    def show_words(self, words: str) -> None:
        """Say something where a picture would be; nothing while there is one."""
        self._words = words
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the words, at their own size whatever the zoom."""
        super().drawForeground(painter, rect)
        if self._words and self._picture.pixmap().isNull():
            painter.resetTransform()
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._words)

    def show_heat(self, image: QImage | None) -> None:
        """Lay a heat map over the picture, stretched to its size; or take it away."""
        self._heat.setPixmap(QPixmap.fromImage(image) if image else QPixmap())
        size = self._picture.boundingRect()
        if image and not size.isEmpty():
            stretch = QTransform.fromScale(
                size.width() / image.width(), size.height() / image.height()
            )
            self._heat.setTransform(stretch)

    def set_heat(self, *, visible: bool, opacity: float) -> None:
        """Set how the heat map is seen; opacity from 0 to 1."""
        self._heat.setVisible(visible)
        self._heat.setOpacity(opacity)

    @property
    def heat_shown(self) -> bool:
        """Whether a heat map can be seen."""
        return self._heat.isVisible() and not self._heat.pixmap().isNull()

    @property
    def zoom(self) -> float:
        """Screen pixels for each pixel of the image's file; 0 where there is no picture."""
        if self._picture.pixmap().isNull():
            return 0.0
        return self.transform().m11() * self.devicePixelRatioF() / self._reduction

    def fit(self) -> None:
        """Show the whole picture, and keep it whole when the window changes."""
        self._fitted = True
        self._scale_to(self._fit_scale())
        self.centerOn(self._picture)

    def actual_size(self) -> None:
        """Show each pixel of the file as one pixel of the screen."""
        self._free(self._reduction / self.devicePixelRatioF())

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self._free(step_scale(self.transform().m11(), up=True))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self._free(step_scale(self.transform().m11(), up=False))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor."""
        factor = wheel_factor(event.angleDelta().y())
        if factor != 1:
            self._free(self.transform().m11() * factor, keep_cursor=True)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def scene_at_centre(self) -> QPointF:
        """Point of the picture in the middle of the view, in its pixels."""
        return self.mapToScene(self.viewport().rect().center())

    def _free(self, scale: float, *, keep_cursor: bool = False) -> None:
        self._fitted = False
        centre = self.scene_at_centre()
        self._scale_to(clamp(scale, smallest=self._fit_scale()))
        if not keep_cursor:
            self.centerOn(centre)

    def _fit_scale(self) -> float:
        size: QRectF = self._picture.boundingRect()
        view = self.viewport().size()
        return fit_scale(
            (size.width(), size.height()), (view.width() - _ROOM, view.height() - _ROOM)
        )

    def _scale_to(self, scale: float) -> None:
        ratio = scale / self.transform().m11()
        if abs(ratio - 1) > 1e-9:
            self.scale(ratio, ratio)
        self.zoomed.emit(self.zoom)
