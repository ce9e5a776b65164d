"""A form that is shown whole where there is room, and scrolls where the screen is too low."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

_LEAST: Final = 160  # device-independent pixels
_FOCUS_FRAME: Final = 2  # device-independent pixels, as the style sheet has it
_FRAME: Final = 64  # of the window manager, above and below


class Scrolled(QScrollArea):
    """Holds a form; wants to be as high as it, and needs much less.

    Parameters
    ----------
    body : QWidget
        The form.
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    body : QWidget
        The form.
    """

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self.setProperty("kind", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)

    def sizeHint(self) -> QSize:
        """Show all of it."""
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need its width, and a part of its height."""
        body = self.body.minimumSizeHint()
        return QSize(body.width() + width_beside(self), min(_LEAST, body.height()))


def width_beside(area: QScrollArea) -> int:
    """Say how much of its width an area needs for its bar, and for its frame where it has one."""
    frame = 2 * _FOCUS_FRAME if area.property("reads") else 0
    return area.verticalScrollBar().sizeHint().width() + frame


def scroll_by_keys(area: QScrollArea, name: str) -> None:
    """Let Tab lead to an area, so that what is only read can be scrolled by the keys.

    Parameters
    ----------
    area : QScrollArea
        Shows with a frame that it has the focus.
    name : str
        For screen readers.
    """
    area.setAccessibleName(name)
    area.setProperty("reads", "true")
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def resize_within_screen(dialog: QDialog, size: QSize) -> None:
    """Make a dialog as large as it wants to be, but no higher than the screen."""
    room = dialog.screen().availableSize().height() - _FRAME
    dialog.resize(size.width(), min(size.height(), room))


def show_whole(dialog: QDialog, form: Scrolled, *, width: int) -> None:
    """Make a dialog high enough for its form, whose words may wrap, if the screen is.

    Parameters
    ----------
    dialog : QDialog
        Is never made narrower or lower than it is.
    form : Scrolled
        Within it.
    width : int
        At least.
    """
    form.updateGeometry()  # what is in it may have come a moment ago
    wanted = dialog.sizeHint()
    seen = dialog.size() if dialog.isVisible() else QSize()
    width = max(width, dialog.minimumSizeHint().width(), seen.width())
    needed = form.body.heightForWidth(width - _aside(dialog))
    height = wanted.height() + max(0, needed - form.sizeHint().height())
    resize_within_screen(dialog, QSize(width, max(height, seen.height())))


def _aside(dialog: QDialog) -> int:
    layout = dialog.layout()
    margins = dialog.contentsMargins() if layout is None else layout.contentsMargins()
    return margins.left() + margins.right()
