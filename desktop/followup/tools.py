"""The row above the pictures: how they are seen, what is drawn, and how large."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.language.words import tr
from desktop.shell.number_fields import DecimalField
from desktop.shell.parts import MARGIN

if TYPE_CHECKING:
    from desktop.shell.actions import Actions

_SEEING: Final = ("follow_side", "follow_swipe", "follow_blink")
_SHOWING: Final = ("follow_aligned", "follow_outlines")
_DRAWING: Final = ("follow_measure", "follow_scale")
_ZOOMING: Final = ("zoom_out", "zoom_in", "fit")
FASTEST: Final = 0.2
"""Seconds; faster, the picture would flash more than three times a second (WCAG 2.3.1)."""
_SLOWEST: Final = 3.0
_GAP: Final = 8
_NARROWEST: Final = 480  # pixels: the window can be made small


class FollowTools(QFrame):
    """Buttons of the actions, and how fast images blink.

    Parameters
    ----------
    actions : Actions
        What the buttons trigger.
    parent : QWidget, optional
        As for any widget.
    """

    interval_changed = Signal(float)
    """Seconds for which each image is seen."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.interval = DecimalField(self)
        self.interval.setRange(FASTEST, _SLOWEST)
        self.interval.setSingleStep(0.1)
        self.interval.setDecimals(1)
        self.interval.setSuffix(" s")
        self.interval.setAccessibleName(tr("How long each image is seen"))
        self.interval.setToolTip(tr("How long each image is seen while they blink"))
        self.interval.valueChanged.connect(self.interval_changed)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self._layout.setSpacing(_GAP)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(_GAP)
        seeing, showing, second = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._parts = (seeing, showing)
        for row in (*self._parts, second):
            row.setSpacing(_GAP)
        self._add(seeing, (actions[name] for name in _SEEING))
        seeing.addWidget(self.interval)
        seeing.addStretch(0)
        self._add(showing, (actions[name] for name in _SHOWING))
        showing.addStretch(1)
        self._first.addLayout(seeing)
        self._first.addLayout(showing, 1)
        self._drawing = self._add(second, (actions[name] for name in _DRAWING))
        self._zooms = self._add(second, (actions[name] for name in _ZOOMING))
        second.addStretch(0)  # at the left where it stands below
        self._layout.addLayout(self._first, 1)
        self._layout.addLayout(second)

    def show_interval(self, seconds: float, *, shown: bool) -> None:
        """Show how fast images blink, while they do."""
        self.interval.setValue(seconds)
        self.interval.setVisible(shown)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use a second row where there is little room."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Need no room for what can be left out."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def _fit(self, width: int) -> None:
        """Leave the zoom to keys, wheel and menu before a second row is needed, or a third."""
        room = width - 2 * MARGIN
        first = sum(row.sizeHint().width() for row in self._parts) + _GAP
        needed = first + _width(self._drawing)
        beside = needed <= room
        _turn(self._layout, beside=beside)
        _turn(self._first, beside=first <= room)
        for button in self._zooms:
            button.setVisible(not beside or needed + _width(self._zooms) <= room)

    def _add(self, row: QHBoxLayout, actions: Iterable[QAction]) -> list[QToolButton]:
        buttons = []
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", ""))
            row.addWidget(button)
            buttons.append(button)
        return buttons


def _width(buttons: Iterable[QToolButton]) -> int:
    """Return the room that buttons need, with the gap before each."""
    return sum(button.sizeHint().width() + _GAP for button in buttons)


def _turn(layout: QBoxLayout, *, beside: bool) -> None:
    directions = QBoxLayout.Direction
    layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
