"""Both figures beside each other: calm lines, and which region is meant."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.cases.fields import BodyView, Side
from desktop.bodymap.outline import HEIGHT, WIDTH
from desktop.bodymap.places import Spot
from desktop.bodymap.regions import Region, region_at, regions_of, side_of
from desktop.language.words import mark, tr

_TALL: Final = 224  # device-independent pixels
_GAP: Final = 24
_HOVERED: Final = 0.14
_CHOSEN: Final = 0.34
_VIEWS: Final = (BodyView.FRONT, BodyView.BACK)
_NAMES: Final = {BodyView.FRONT: mark("Front"), BodyView.BACK: mark("Back")}
_LETTERS: Final = {Side.LEFT: mark("L"), Side.RIGHT: mark("R")}


class BodyMap(QWidget):
    """Paints the body; what can be done with it is up to those that derive from it.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    chosen, hovered, focused : Region, optional
        What is marked, what the pointer is on, and where the keys are.
    """

    ground = QPalette.ColorRole.AlternateBase
    """Of the figures; unlike what they stand on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chosen: Region | None = None
        self.hovered: Region | None = None
        self.focused: Region | None = None

    def sizeHint(self) -> QSize:
        """Have both figures beside each other, and a caption below them."""
        width = 2 * _TALL * WIDTH / HEIGHT + _GAP
        return QSize(round(width), _TALL + self.fontMetrics().height())

    def place_of(self, spot: Spot) -> QPointF:
        """Where a place of the map is in this widget."""
        return self.transform(spot.view).map(spot.point)

    def transform(self, view: BodyView) -> QTransform:
        """Lead from the field of the drawing to this widget."""
        scale = _TALL / HEIGHT
        left = _VIEWS.index(view) * (WIDTH * scale + _GAP)
        return QTransform.fromTranslate(left, 0).scale(scale, scale)

    def field_at(self, place: QPointF) -> tuple[Region, QPointF] | None:
        """Find the region at a place of this widget, and the place in the drawing."""
        for view in _VIEWS:
            back, _ = self.transform(view).inverted()
            point = back.map(place)
            region = region_at(view, point)
            if region is not None:
                return region, point
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both figures."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # sides are the patient's
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view in _VIEWS:
            painter.setTransform(self.transform(view), combine=False)
            for region in reversed(regions_of(view)):  # the ears lie behind the head
                self._paint_region(painter, region)
            for marked in (self.chosen, self.focused):
                if marked is not None and marked.view is view:
                    self._paint_edge(painter, marked)
            painter.resetTransform()
            self._paint_words(painter, view)
        painter.end()

    def _paint_region(self, painter: QPainter, region: Region) -> None:
        line = self.palette().color(QPalette.ColorRole.PlaceholderText)
        line.setAlphaF(0.55)
        painter.setPen(_pen(line, 1))
        painter.setBrush(self.palette().color(self.ground))
        painter.drawPath(region.path)
        strength = _CHOSEN if region is self.chosen else _HOVERED * (region is self.hovered)
        if strength:
            tint = self.palette().color(QPalette.ColorRole.Accent)
            tint.setAlphaF(strength)
            painter.fillPath(region.path, tint)

    def _paint_edge(self, painter: QPainter, region: Region) -> None:
        """Mark by more than colour what is chosen, and more so what has the focus."""
        width = 3 if region is self.focused else 2
        painter.setPen(_pen(self.palette().color(QPalette.ColorRole.Accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(region.path)

    def _paint_words(self, painter: QPainter, view: BodyView) -> None:
        field = self.transform(view).mapRect(QRectF(0, 0, WIDTH, HEIGHT))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        line = self.fontMetrics().height()
        below = QRectF(field.left(), field.bottom(), field.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, tr(_NAMES[view]))
        above = QRectF(field.left(), field.top(), field.width(), line)
        for right, edge in (
            (False, Qt.AlignmentFlag.AlignLeft),
            (True, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(above, edge, tr(_LETTERS[side_of(view, right=right)]))


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen
