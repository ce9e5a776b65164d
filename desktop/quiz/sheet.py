"""The picture of a question, and beside it what is asked; then what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.language.words import count, tr
from desktop.look.beside import beside
from desktop.look.legend import Legend
from desktop.look.picture_view import PictureView
from desktop.quiz.ask_panel import AskPanel
from desktop.quiz.told_panel import ToldPanel
from desktop.shell.flow import FlowLayout
from desktop.shell.fonts import bold
from desktop.shell.keys import ENTER
from desktop.shell.parts import MARGIN, button_of, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QKeyEvent


class QuizSheet(QWidget):
    """Shows what it is given, and hands on what is pressed.

    Parameters
    ----------
    leave : QAction
        Leaves the quiz.
    parent : QWidget, optional
        As for any widget.
    """

    left = Signal()
    """The user wants to leave."""

    def __init__(self, leave: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self.picture.setAccessibleDescription("")
        self.legend = Legend(self)
        self.legend.hide()
        self.asking, self.telling = AskPanel(self), ToldPanel(self)
        self.side = QStackedWidget(self)
        for panel in (self.asking, self.telling):
            self.side.addWidget(panel)
        self.number, self.time = text(self), text(self)
        for label in (self.number, self.time):
            label.setWordWrap(False)
        self.number.setFont(bold(self.number.font()))
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Questions answered"))
        self._lay_out(button_of(leave, small=True))

    def show_question(self, number: int, total: int) -> None:
        """Say which question it is."""
        self.number.setText(tr("Question {n:,} of {total:,}", n=number, total=total))
        self.progress.setRange(0, total)
        self.progress.setValue(number - 1)
        self.side.setCurrentWidget(self.asking)

    def wait(self, *, waiting: bool) -> None:
        """Take no answers for a moment; keys that leave still do."""
        if waiting:
            self.picture.setFocus()
        self.asking.wait(waiting=waiting)

    def show_answered(self, number: int) -> None:
        """Show what is told, of so many questions answered."""
        self.progress.setValue(number)
        self.side.setCurrentWidget(self.telling)
        self.show_time(None)
        self.telling.next.setFocus()

    def show_time(self, seconds: float | None) -> None:
        """Say how much time is left; nothing where there is no limit."""
        left = 0 if seconds is None else max(0, round(seconds))
        words = "" if seconds is None else count("{n} second left", "{n} seconds left", n=left)
        self.time.setText(words)
        self.time.setVisible(bool(words))

    @property
    def is_telling(self) -> bool:
        """Whether an answer has been given."""
        return self.side.currentWidget() is self.telling

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, answer, go on or leave."""
        key = event.key()
        act = self._zooms().get(key) or (
            self._told_keys().get(key) if self.is_telling else self._asked_keys().get(key)
        )
        number = key - Qt.Key.Key_0
        if key in ENTER:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif act is not None:
            act()
        elif 1 <= number <= 9 and not self.is_telling:
            self.asking.press_number(number)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Press what has the focus; else commit, or go on."""
        focus = self.focusWidget()
        if isinstance(focus, QPushButton) and focus.hasFocus():
            focus.click()
        elif self.is_telling:
            self.telling.next_wanted.emit()
        else:
            self.asking.try_commit()

    def _zooms(self) -> dict[int, Callable[[], None]]:
        return {
            Qt.Key.Key_Plus: self.picture.zoom_in,
            Qt.Key.Key_Equal: self.picture.zoom_in,
            Qt.Key.Key_Minus: self.picture.zoom_out,
            Qt.Key.Key_F: self.picture.fit,
            Qt.Key.Key_0: self.picture.actual_size,
        }

    def _asked_keys(self) -> dict[int, Callable[[], None]]:
        return {Qt.Key.Key_Backspace: self.asking.step_back}

    def _told_keys(self) -> dict[int, Callable[[], None]]:
        return {Qt.Key.Key_H: self._switch_heat}

    def _switch_heat(self) -> None:
        if not self.telling.heat.isHidden():
            self.telling.heat.toggle()

    def _lay_out(self, leave: QPushButton) -> None:
        head = FlowLayout()  # in two lines where there is no room
        for widget in (leave, self.number, self.time):
            widget.setFixedHeight(leave.sizeHint().height())
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.progress)
        layout.addLayout(beside(self.picture, self.legend, self.side), 1)
