"""The place "Atlas" put together: the filters, the grid, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.atlas.filter_bar import FilterBar
from desktop.atlas.grid_view import GridView
from desktop.atlas.words import INVITING, NOTHING_FITS, PURPOSE
from desktop.cases.message import Message
from desktop.language.words import tr
from desktop.shell.head import HeadLayout
from desktop.shell.parts import MARGIN, button_of, heading, passing_button, text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.atlas.grid_model import GridModel


_LOW: Final = 560  # device-independent pixels
_ZOOMS: Final[Mapping[int, str]] = {
    Qt.Key.Key_Plus: "zoom_in",
    Qt.Key.Key_Equal: "zoom_in",
    Qt.Key.Key_Minus: "zoom_out",
    Qt.Key.Key_F: "fit",
    Qt.Key.Key_1: "actual_size",
}


class AtlasPlace(QStackedWidget):
    """All widgets of the place; it arranges and does nothing else.

    Parameters
    ----------
    model : GridModel
        What the grid shows.
    first : iterable of QAction
        What is offered where there is no atlas.
    remedies : iterable of QAction
        What is offered where it cannot be opened.
    ways : iterable of QAction
        What is offered above the grid, while it can be done.
    parent : QWidget, optional
        As for any widget.
    """

    everything_wanted = Signal()
    escaped = Signal()
    """The user wants to leave what is seen in the place of the grid."""
    zoomed = Signal(str)
    """Name of what a picture is to do there."""

    def __init__(
        self,
        model: GridModel,
        *,
        first: Iterable[QAction],
        remedies: Iterable[QAction],
        ways: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers = [button_of(action) for action in first]
        self._offers[0].setProperty("kind", "primary")
        self._remedies = [button_of(action) for action in remedies]
        self.message = Message([*self._offers, *self._remedies], self)
        self._sheet = QWidget(self)
        self.title = heading(self._sheet)
        self.words = text(self._sheet, quiet=True)
        self.filter_bar = FilterBar(self._sheet)
        self.view = GridView(model, self._sheet)
        every = QPushButton(tr("Show everything"))
        every.clicked.connect(self.everything_wanted)
        self.nothing = Message([every], self._sheet)
        self.nothing.show_words(tr("Nothing fits"), tr(NOTHING_FITS), offer=[every])
        self._body = QStackedWidget(self._sheet)
        self.shown = text(self._sheet, quiet=True)
        self._lay_out([passing_button(action, self._sheet) for action in ways])
        self.addWidget(self.message)
        self.addWidget(self._sheet)

    def invite(self) -> None:
        """Offer ways to an atlas."""
        self.message.show_words(tr(INVITING), tr(PURPOSE), offer=self._offers)
        self.setCurrentWidget(self.message)

    def show_message(self, title: str, words: str = "", *, broken: bool = False) -> None:
        """Say something in the place of the grid."""
        self.message.show_words(title, words, offer=self._remedies if broken else ())
        self.setCurrentWidget(self.message)

    def show_atlas(self, title: str, words: str) -> None:
        """Show the grid, under the atlas's name."""
        self.title.setText(title)
        self.words.setText(words)
        self.setCurrentWidget(self._sheet)

    def show_grid(self, *, empty: bool) -> None:
        """Show the cells, or that there is none."""
        self._body.setCurrentWidget(self.nothing if empty else self.view)

    @property
    def browsing(self) -> bool:
        """Whether the grid is seen."""
        return self.currentWidget() is self._sheet

    @property
    def page(self) -> QWidget | None:
        """What is seen in the place of the grid."""
        seen = self.currentWidget()
        return None if seen in (self._sheet, self.message) else seen

    def add_page(self, page: QWidget) -> None:
        """Take in what may be seen in the place of the grid."""
        self.addWidget(page)

    def show_page(self, page: QWidget | None) -> None:
        """Show such a page; or the grid again."""
        self.setCurrentWidget(page or self._sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the pictures where there is little of it."""
        super().resizeEvent(event)
        self.filter_bar.set_low(low=event.size().height() < _LOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a page for the grid, or zoom in it."""
        zoom = _ZOOMS.get(event.key())
        if event.key() == Qt.Key.Key_Escape and self.page is not None:
            self.escaped.emit()
        elif zoom and self.page is not None:
            self.zoomed.emit(zoom)
        else:
            super().keyPressEvent(event)

    def _lay_out(self, buttons: Iterable[QPushButton]) -> None:
        head = QWidget(self._sheet)
        head.setLayout(HeadLayout(self.title, *buttons))
        self._body.addWidget(self.view)
        self._body.addWidget(self.nothing)
        layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        layout.setSpacing(8)
        for widget in (head, self.words, self.filter_bar):
            layout.addWidget(widget)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.shown)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignRight)
