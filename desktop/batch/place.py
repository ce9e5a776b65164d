"""The place "Batch" put together: what is done, the filters, the table."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.batch.filter_bar import FilterBar
from desktop.batch.result_model import ResultModel
from desktop.batch.result_view import ResultView
from desktop.batch.words import NONE, PURPOSE
from desktop.cases.message import Message
from desktop.language.words import tr
from desktop.shell.head import HeadLayout
from desktop.shell.parts import MARGIN, button_of, heading, passing_button, text


class BatchPlace(QStackedWidget):
    """All widgets of the place; it arranges and does nothing else.

    Parameters
    ----------
    model : ResultModel
        What the table shows.
    first : iterable of QAction
        What is offered where there is no table.
    ways : iterable of QAction
        What is offered above a table, while it can be done.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self,
        model: ResultModel,
        *,
        first: Iterable[QAction],
        ways: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        buttons = [button_of(action) for action in first]
        buttons[0].setProperty("kind", "primary")
        self.message = Message(buttons, self)
        self.message.show_words(tr(NONE), tr(PURPOSE), offer=buttons)
        self._sheet = QWidget(self)
        self.title = heading(self._sheet)
        self.words = text(self._sheet, quiet=True)
        self.progress = QProgressBar(self._sheet)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the batch"))
        self.filter_bar = FilterBar(self._sheet)
        self.view = ResultView(model, self._sheet)
        self.shown = text(self._sheet, quiet=True)
        self._lay_out([passing_button(action, self._sheet) for action in ways])
        self.addWidget(self.message)
        self.addWidget(self._sheet)

    def show_table(self, title: str) -> None:
        """Show the table, under its name."""
        self.title.setText(title)
        self.setCurrentWidget(self._sheet)

    def show_progress(self, done: int, total: int, *, busy: bool) -> None:
        """Show how far it is; nothing where nothing is done."""
        self.progress.setVisible(busy)
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _lay_out(self, buttons: Iterable[QPushButton]) -> None:
        head = QWidget(self._sheet)
        head.setLayout(HeadLayout(self.title, *buttons))
        layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        layout.setSpacing(8)
        for widget in (head, self.words, self.progress, self.filter_bar):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.shown)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignRight)
