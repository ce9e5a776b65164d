"""The place "Quiz" put together: where a quiz is begun, its questions, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from desktop.cases.message import Message
from desktop.compare.view import CompareView
from desktop.language.words import tr
from desktop.quiz.begin_view import BeginView
from desktop.quiz.end_view import EndView
from desktop.quiz.missed_rows import MissedRows
from desktop.quiz.sheet import QuizSheet
from desktop.quiz.words import INVITING, PURPOSE
from desktop.shell.parts import button_of
from desktop.shell.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.shell.actions import Actions

_FIRST: Final = ("choose_atlas", "build_atlas", "starter_atlas")
"""What is offered where there is no atlas."""


class QuizPlace(QStackedWidget):
    """All widgets of the place; it arranges and does nothing else.

    Parameters
    ----------
    actions : Actions
        What is offered.
    parent : QWidget, optional
        As for any widget.
    """

    escaped = Signal()
    """The user wants to leave the comparison."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = [button_of(actions[name]) for name in _FIRST]
        self._offers[0].setProperty("kind", "primary")
        self.message = Message(self._offers, self)
        self.begin = BeginView()
        self._beginning = Scrolled(_Centred(self.begin), self)
        self.sheet = QuizSheet(actions["quiz_leave"], self)
        self.missed = MissedRows(self)
        self.end = EndView(self.missed, again=actions["quiz_missed"], parent=self)
        self.comparison = CompareView(
            actions["quiz_back"], back=tr("Back to the answer"), parent=self
        )
        for page in (self.message, self._beginning, self.sheet, self.end, self.comparison):
            self.addWidget(page)

    def invite(self) -> None:
        """Offer ways to an atlas."""
        self.show_message(tr(INVITING), tr(PURPOSE), offered=True)

    def show_message(self, title: str, words: str = "", *, offered: bool = False) -> None:
        """Say something in the place of everything else."""
        self.message.show_words(title, words, offer=self._offers if offered else ())
        self.setCurrentWidget(self.message)

    def show_begin(self) -> None:
        """Show where a quiz is begun."""
        self.setCurrentWidget(self._beginning)

    def show_sheet(self) -> None:
        """Show a question, or what is told."""
        self.setCurrentWidget(self.sheet)

    def show_end(self) -> None:
        """Show how it went."""
        self.setCurrentWidget(self.end)
        self.end.take_focus()

    def show_comparison(self) -> None:
        """Show images beside each other."""
        self.setCurrentWidget(self.comparison)
        self.comparison.cells[0].picture.setFocus()

    @property
    def comparing(self) -> bool:
        """Whether images are seen beside each other."""
        return self.currentWidget() is self.comparison

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the comparison."""
        if event.key() == Qt.Key.Key_Escape and self.comparing:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _Centred(QWidget):
    """Keeps a form from becoming wider than reads well."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self._form = form
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form, 0, 1)
        for column, share in enumerate((1, 100, 1)):
            layout.setColumnStretch(column, share)
        form.setMaximumWidth(form.sizeHint().width())

    def minimumSizeHint(self) -> QSize:
        """Need what the form needs."""
        return self._form.minimumSizeHint()
