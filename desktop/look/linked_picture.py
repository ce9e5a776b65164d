"""A picture that is zoomed and moved together with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QGraphicsView, QWidget

from desktop.look.picture_view import PictureView
from desktop.look.zoom import clamp

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class LinkedPicture(PictureView):
    """Tells which part of it is seen, and shows the part that another tells.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    looked = Signal()
    """Another part is seen, or another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleDescription("")
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(120, 96)
        self.zoomed.connect(lambda _: self.looked.emit())

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture."""
        return not self._picture.pixmap().isNull()

    @property
    def magnification(self) -> float:
        """How large it is shown: 1 is fitted."""
        return self.transform().m11() / self._fit_scale()

    @property
    def centre(self) -> QPointF:
        """What is in the middle of the view, from the left and the top of the picture, 0 to 1."""
        size, at = self._picture.boundingRect(), self.scene_at_centre()
        if size.isEmpty():
            return QPointF(0.5, 0.5)
        return QPointF(at.x() / size.width(), at.y() / size.height())

    def look(self, centre: QPointF, *, magnification: float) -> None:
        """Show the same part at the same size as another picture does."""
        if not self.has_picture:
            return
        self._fitted = abs(magnification - 1) < 1e-6
        fitted = self._fit_scale()
        self._scale_to(clamp(magnification * fitted, smallest=fitted))
        size = self._picture.boundingRect()
        self.centerOn(QPointF(centre.x() * size.width(), centre.y() * size.height()))

    def replace_picture(self, picture: QImage | None, *, full_width: int = 0) -> None:
        """Show another picture, at the place that is looked at."""
        centre, magnification = self.centre, self.magnification
        self.show_picture(picture, full_width=full_width)
        self.look(centre, magnification=magnification)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Tell that another part is seen."""
        super().scrollContentsBy(dx, dy)
        self.looked.emit()
