"""A body map on which a place is picked: with the mouse, the arrow keys or a screen reader."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from core.cases.fields import BodySite, BodyView, Side
from desktop.bodymap.body_map import BodyMap
from desktop.bodymap.dots import paint_dot
from desktop.bodymap.places import Spot, spot_at, usual_spot
from desktop.bodymap.regions import Region, region_at, regions_of
from desktop.bodymap.steps import nearest
from desktop.language.words import tr
from desktop.shell.keys import ENTER

_STEPS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_DOT: Final = 5.0  # device-independent pixels, half its width


class RegionButton(QAbstractButton):
    """A region for the keyboard and for screen readers; the map paints it and takes the mouse.

    Parameters
    ----------
    region : Region
        Which.
    parent : QWidget
        The map.
    """

    stepped = Signal(object)
    """QPointF: the user goes that way."""
    attended = Signal()
    """The focus comes or goes."""

    def __init__(self, region: Region, parent: QWidget) -> None:
        super().__init__(parent)
        self.region = region
        self.setAccessibleName(region.words)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave it to the map."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another region, or pick this one."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the map."""
        super().focusInEvent(event)
        self.attended.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the map."""
        super().focusOutEvent(event)
        self.attended.emit()


class BodyPicker(BodyMap):
    """A body map on which one place can be picked.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    spot : Spot, optional
        What is marked.
    """

    ground = QPalette.ColorRole.Base
    picked = Signal(object, object)
    """BodySite and Side of the place that the user has picked; `spot` says where that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Body map"))
        self.setMouseTracking(True)
        self.spot: Spot | None = None
        self.buttons = [self._button(one) for view in BodyView for one in regions_of(view)]
        self.buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mark(self, spot: Spot | None) -> None:
        """Mark a place, or none."""
        self.spot = spot
        self.chosen = None if spot is None else region_at(spot.view, spot.point)
        for button in self.buttons:
            if button.region is self.chosen:
                self._lead_to(button)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures, and a dot where the place is."""
        super().paintEvent(event)
        if self.spot is not None:
            paint_dot(self, self.place_of(self.spot), radius=_DOT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which region is meant."""
        found = self.field_at(event.position())
        self._hover(None if found is None else found[0])

    def leaveEvent(self, event: QEvent) -> None:
        """Mean none."""
        del event
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick a place."""
        found = self.field_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._pick(*found)

    def event(self, event: QEvent) -> bool:
        """Name the region under the pointer."""
        if isinstance(event, QHelpEvent):
            found = self.field_at(QPointF(event.pos()))
            words = "" if found is None else found[0].words
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _button(self, region: Region) -> RegionButton:
        button = RegionButton(region, self)
        place = self.transform(region.view).mapRect(region.path.boundingRect())
        button.setGeometry(QRectF(place).toAlignedRect())
        button.clicked.connect(lambda _: self._pick_middle(region))
        button.stepped.connect(lambda way: self._step(button, way))
        button.attended.connect(self._attend)
        return button

    def _pick(self, region: Region, point: QPointF) -> None:
        self.mark(spot_at(region.view, point))
        self.picked.emit(region.site, region.side_at(point.x()))

    def _pick_middle(self, region: Region) -> None:
        side = region.side or Side.MIDDLE
        spot = usual_spot(region.site, side)
        if spot is not None:
            self.mark(spot if spot.view is region.view else spot_at(region.view, region.centre))
            self.picked.emit(BodySite(region.site), side)

    def _step(self, button: RegionButton, way: QPointF) -> None:
        places = [QRectF(one.geometry()).center() for one in self.buttons]
        found = nearest(places, self.buttons.index(button), way)
        if found is not None:
            self._lead_to(self.buttons[found])
            self.buttons[found].setFocus(Qt.FocusReason.TabFocusReason)

    def _lead_to(self, wanted: RegionButton) -> None:
        """Have the Tab key lead to one region, not through all of them."""
        for button in self.buttons:
            reached = button is wanted
            policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _attend(self) -> None:
        self.focused = next((one.region for one in self.buttons if one.hasFocus()), None)
        self.update()

    def _hover(self, region: Region | None) -> None:
        if region is not self.hovered:
            self.hovered = region
            self.update()
