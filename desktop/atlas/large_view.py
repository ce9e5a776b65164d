"""One item large: its picture beside what is known of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.atlas.large_panel import LargePanel
from desktop.language.words import tr
from desktop.look.beside import beside
from desktop.look.legend import Legend
from desktop.look.picture_view import PictureView
from desktop.shell.ends import EndsLayout
from desktop.shell.parts import MARGIN, button_of, text, toggle_of
from desktop.shell.tab_order import order_tabs


class LargeView(QWidget):
    """Shows what it is given, and tells where the user wants to go.

    Parameters
    ----------
    back, favourite, compare, model : QAction
        Go back to the grid, mark it, set look-alikes beside it, ask the model.
    parent : QWidget, optional
        As for any widget.
    """

    stepped = Signal(int)
    """How many items further the user wants to go: 1 or -1."""

    def __init__(
        self,
        *,
        back: QAction,
        favourite: QAction,
        compare: QAction,
        model: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self.picture.setAccessibleDescription("")
        self.legend = Legend(self)
        self.legend.hide()
        self.panel = LargePanel(model, self)
        self.place = text(self, quiet=True)
        self.place.setWordWrap(False)
        self._steps = (
            self._step(tr("Previous"), tr("Previous image"), -1, key="PgUp"),
            self._step(tr("Next"), tr("Next image"), 1, key="PgDown"),
        )
        self._star = toggle_of(favourite, self)
        self._star.setProperty("kind", "small")
        self._lay_out(button_of(back, small=True), button_of(compare, small=True))

    def show_place(self, row: int | None, count: int) -> None:
        """Say where among the items of the grid it stands, if it does."""
        words = "" if row is None else tr("{n:,} of {total:,}", n=row + 1, total=count)
        self.place.setText(words)
        self._steps[0].setEnabled(bool(count) and row != 0)
        self._steps[1].setEnabled(bool(count) and row != count - 1)

    def _step(self, words: str, tip: str, step: int, *, key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "small")
        # Of its own: a button's acts a tenth of a second later, for the sake of looks.
        pressed = QShortcut(QKeySequence(key), self)
        pressed.activated.connect(button.click)
        button.setToolTip(f"{tip} ({QKeySequence(key).toString()})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _lay_out(self, back: QPushButton, compare: QPushButton) -> None:
        head = QWidget(self)
        head.setLayout(EndsLayout(back, self.place, self._star, compare, *self._steps))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addLayout(beside(self.picture, self.legend, self.panel), 1)
        steps = (back, self._star, compare, *self._steps)
        order_tabs((*steps, self.picture, *self.panel.stops))
