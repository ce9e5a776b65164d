"""One page of a report on the screen: scrolls, and turns over at its ends."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtGui import QWheelEvent as _Wheel
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.language.words import tr

_EDGE: Final = 16
_ZOOM_KEYS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class _Sheet(QWidget):
    """The paper with its edge."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page in the middle."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.window().palette().color(QPalette.ColorRole.Window))
        if self.image is None:
            painter.end()
            return
        size = self.image.deviceIndependentSize().toSize()
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.fillRect(place, QColor(Qt.GlobalColor.white))
        painter.drawImage(place, self.image)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()


class PageView(QScrollArea):
    """Shows a page.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    turned = Signal(int)
    """1: the user wants the next page; -1: the one before."""
    jumped = Signal(int)
    """0: the first page; -1: the last."""
    zoomed = Signal(int)
    """1: larger; -1: smaller."""
    room_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("page")
        self.setAccessibleName(tr("Page of the report"))
        self._sheet = _Sheet()
        self.setWidget(self._sheet)

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._sheet.image

    @property
    def room(self) -> QSize:
        """Where a page can be without scrolling, in device-independent pixels."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.size() - QSize(2 * _EDGE + bar, 2 * _EDGE)

    def show_page(self, image: QImage, *, words: str) -> None:
        """Show a page; `words` are what screen readers read out."""
        self._sheet.image = image
        size = image.deviceIndependentSize().toSize()
        self._sheet.setMinimumSize(size + QSize(2 * _EDGE, 2 * _EDGE))
        self._sheet.update()
        self.setAccessibleDescription(words)

    def go_to(self, *, end: bool) -> None:
        """Scroll to the beginning of the page, or to its end."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if end else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, turn over at the ends, jump, zoom."""
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space} and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif key is Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        elif key is Qt.Key.Key_Home:
            self.jumped.emit(0)
        elif key is Qt.Key.Key_End:
            self.jumped.emit(-1)
        elif key in _ZOOM_KEYS:
            self.zoomed.emit(_ZOOM_KEYS[key])
        elif key is Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: _Wheel) -> None:
        """Zoom with Ctrl, and turn over at the ends."""
        steps, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and steps:
            self.zoomed.emit(1 if steps > 0 else -1)
        elif steps < 0 and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif steps > 0 and bar.value() == bar.minimum():
            self.turned.emit(-1)
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that there is more room, or less."""
        super().resizeEvent(event)
        self.room_changed.emit()
