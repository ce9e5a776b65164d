"""The frame of the window: menus, notice, places, status line. It knows no place from within."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QMainWindow, QMenu, QWidget

from desktop.language.words import tr
from desktop.shell.action_spec import Menu
from desktop.shell.actions import Actions
from desktop.shell.status_line import StatusLine

if TYPE_CHECKING:
    # Each name costs time before the first paint.
    from PySide6.QtGui import (
        QAction,
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QPaintEvent,
    )

    from desktop.shell.drop_cover import DropCover

_SIZE = (1200, 800)
_SMALLEST = (720, 520)


class MainWindow(QMainWindow):
    """The window; empty until it is filled.

    Attributes
    ----------
    takes_batches : bool
        Whether folders that are dropped become a batch.
    """

    dropped = Signal(object)
    """QMimeData."""
    closing = Signal()
    painted = Signal()
    """Once, when the user sees the window: the time for whatever would have delayed it."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self.takes_batches = False
        self.setWindowTitle("Lentigo")
        self.setObjectName("lentigo")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self.status = StatusLine()
        self.setStatusBar(self.status)
        self._cover: DropCover | None = None
        self._menus = {menu: self.menuBar().addMenu(tr(menu.value)) for menu in Menu}

    def restore(self, geometry: bytes) -> None:
        """Take the place on the screen that it had; a record that Qt does not know is ignored."""
        if geometry:
            self.restoreGeometry(QByteArray(geometry))

    def geometry_state(self) -> bytes:
        """Return Qt's record of the window's place on the screen."""
        return bytes(self.saveGeometry().data())

    def set_full_screen(self, wanted: bool) -> None:  # noqa: FBT001  # a handler of an action
        """Use the whole screen, or leave it."""
        if wanted:
            self.showFullScreen()
        else:
            self.showNormal()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what could hold an image, and show that it would be taken."""
        centre = self.centralWidget()
        area = self.rect() if centre is None else centre.geometry()
        if self._drop_cover().offer(event.mimeData(), area=area, batch=self.takes_batches):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the window as it was."""
        self._drop_cover().hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        self._drop_cover().hide()
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell those who have something to remember or to end."""
        self.closing.emit()
        super().closeEvent(event)

    def _drop_cover(self) -> DropCover:
        # Not before it is needed: it needs Qt's namespace of flags, which would delay the paint.
        if self._cover is None:
            from desktop.shell.drop_cover import DropCover

            self._cover = DropCover(self)
        return self._cover

    def show_places(self, places: QWidget, *, rail: QWidget) -> None:
        """Show the places, and at their left what leads from one to the other."""
        centre = QWidget(self)
        layout = QGridLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)
        layout.addWidget(rail, 1, 0)
        layout.addWidget(places, 1, 1)
        self.setCentralWidget(centre)
        self._layout = layout

    def put_on_top(self, widget: QWidget) -> None:
        """Show a widget above the places."""
        self._layout.addWidget(widget, 0, 0, 1, 2)

    def put_submenu(self, menu: Menu, submenu: QMenu, *, before: QAction) -> None:
        """Show a menu of its own within one of the menus."""
        self._menus[menu].insertMenu(before, submenu)

    def offer(self, actions: Actions) -> None:
        """Put the actions into the menus."""
        submenus: dict[str, QMenu] = {}
        for spec in actions.specs:
            menu = self._menus[spec.menu]
            if spec.first:
                menu.addSeparator()
            if spec.submenu and spec.submenu not in submenus:
                submenus[spec.submenu] = menu.addMenu(spec.submenu)
            _add(submenus.get(spec.submenu, menu), actions[spec.id])
        for submenu in submenus.values():
            shown = any(action.isVisible() for action in submenu.actions())
            submenu.menuAction().setVisible(shown)
        self.addActions(actions.all())  # shortcuts work in full screen as well


def _add(menu: QMenu, action: QAction) -> None:
    menu.addAction(action)
    menu.setToolTipsVisible(True)
