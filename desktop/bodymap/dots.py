"""A patient's lesions as numbered dots on the body map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.bodymap.body_map import BodyMap
from desktop.bodymap.places import Spot, spread
from desktop.language.words import tr
from desktop.shell.fonts import bold, larger
from desktop.shell.plain_tip import plain_tip

_RADIUS: Final = 7.5  # device-independent pixels
_RING: Final = 3


def paint_dot(
    widget: QWidget, place: QPointF, *, radius: float, words: str = "", ring: bool = False
) -> None:
    """Paint a dot, with a number in it and a ring around it where it has the focus."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette, role = widget.palette(), QPalette.ColorRole
    painter.setPen(QPen(palette.color(role.Base), 1.5))
    painter.setBrush(palette.color(role.Accent))
    painter.drawEllipse(place, radius, radius)
    if words:
        painter.setFont(bold(larger(widget.font(), factor=0.8)))
        painter.setPen(palette.color(role.HighlightedText))
        room = QRectF(place - QPointF(radius, radius), place + QPointF(radius, radius))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
    if ring:
        painter.setPen(QPen(palette.color(role.Text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, radius + 2, radius + 2)
    painter.end()


class DotButton(QAbstractButton):
    """A lesion on the map.

    Parameters
    ----------
    number : int
        That stands in it.
    words : str
        Which lesion it leads to.
    parent : QWidget
        The map.
    """

    def __init__(self, number: int, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(str(number))
        self.setAccessibleName(f"{number}: {words}")
        self.setToolTip(plain_tip(tr("Go to {words}", words=words)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        side = round(2 * (_RADIUS + _RING))
        self.resize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        middle = QRectF(self.rect()).center()
        paint_dot(self, middle, radius=_RADIUS, words=self.text(), ring=self.hasFocus())


class DotMap(BodyMap):
    """A body map that shows where lesions are.

    Parameters
    ----------
    dots : sequence of (int, Spot, str)
        Number, place and name of each lesion.
    parent : QWidget, optional
        As for any widget.
    """

    wanted = Signal(int)
    """Number of the lesion that the user wants to see."""

    def __init__(
        self, dots: Sequence[tuple[int, Spot, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Body map of the lesions"))
        spots = spread(spot for _, spot, _ in dots)
        self.dots = [DotButton(number, words, self) for number, _, words in dots]
        for (number, _, _), spot, dot in zip(dots, spots, self.dots, strict=True):
            middle = self.place_of(spot) - QRectF(dot.rect()).center()
            dot.move(middle.toPoint())
            dot.clicked.connect(lambda _, number=number: self.wanted.emit(number))
