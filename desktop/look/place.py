"""The place "Look" put together: picture, tools, panel and filmstrip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.look.filmstrip import Filmstrip
from desktop.look.image_list import ImageList
from desktop.look.panel import FindingPanel
from desktop.look.picture_view import PictureView
from desktop.look.strip import Strip
from desktop.look.tools import PictureTools
from desktop.look.work_card import WorkCard
from desktop.shell.actions import Actions
from desktop.shell.parts import MARGIN
from desktop.shell.wishes import HeatColours, HeatMethod

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_LOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


class LookPlace(QWidget):
    """All widgets of the place; it arranges and does nothing else.

    Parameters
    ----------
    images : ImageList
        What the filmstrip shows.
    actions : Actions
        What buttons trigger.
    parent : QWidget, optional
        As for any widget.
    """

    escaped = Signal()
    """The user wants to leave what is seen instead of the one image."""

    def __init__(self, images: ImageList, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView()
        self.tools = PictureTools(
            actions["heat_map"],
            methods=[actions[f"method_{one}"] for one in HeatMethod],
            colours=[actions[f"colours_{one}"] for one in HeatColours],
            zooms=[actions[name] for name in ("zoom_out", "zoom_in", "fit", "actual_size")],
        )
        self.work = WorkCard(actions["stop_computing"])
        self.panel = FindingPanel(
            actions["how_sure"], actions["without_lesion"], actions["evidence"]
        )
        self.filmstrip = Filmstrip(images)
        self.strip = Strip(self.filmstrip)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._body = QStackedWidget(self)
        self._lay_out()

    def panes_state(self) -> bytes:
        """Return Qt's record of the split between picture and panel."""
        return bytes(self._panes.saveState().data())

    def restore_panes(self, state: bytes) -> None:
        """Split as in such a record; one that Qt does not know is passed over."""
        if state:
            self._panes.restoreState(QByteArray(state))

    def show_beside(self, view: QWidget | None) -> None:
        """Show images beside each other instead of the one; or the one again."""
        if view is not None and self._body.indexOf(view) < 0:
            self._body.addWidget(view)
        self._body.setCurrentWidget(view or self._panes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what is seen instead of the one image."""
        if event.key() == Qt.Key.Key_Escape and self._body.currentWidget() is not self._panes:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self._left())
        self._panes.addWidget(self.panel)
        self._panes.setStretchFactor(0, 1)
        self._panes.setSizes([840, 360])
        self._body.addWidget(self._panes)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.strip)

    def _over_picture(self) -> QHBoxLayout:
        box = QHBoxLayout()
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.addWidget(self.work)
        return box

    def _left(self) -> QWidget:
        left = QWidget(self)
        layout = QGridLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setRowStretch(0, 1)
        layout.addWidget(self.picture, 0, 0)
        layout.addLayout(self._over_picture(), 0, 0, _LOW)
        layout.addWidget(self.tools, 1, 0)
        return left
