"""How a quiz went: the score, and what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QPushButton, QVBoxLayout, QWidget

from desktop.language.words import tr
from desktop.quiz.missed_rows import PICTURE
from desktop.shell.fonts import bold
from desktop.shell.head import HeadLayout
from desktop.shell.keys import ENTER, OPENING
from desktop.shell.parts import MARGIN, button_of, heading, show_words, text
from desktop.shell.tab_order import order_tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.quiz.missed_rows import MissedRows


class MissedList(QListView):
    """What was missed, to be seen once more.

    Parameters
    ----------
    rows : MissedRows
        The model.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal(int)
    """Row that the user wants to see again."""

    def __init__(self, rows: MissedRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setAccessibleName(tr("What was missed"))
        self.setAccessibleDescription(tr("Enter shows one again"))
        self.setIconSize(PICTURE)
        self.setProperty("kind", "rows")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the current one again."""
        if Qt.Key(event.key()) in OPENING and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class EndView(QWidget):
    """Shows the result, and offers ways on.

    Parameters
    ----------
    rows : MissedRows
        What was missed.
    again : QAction
        Asks it once more.
    parent : QWidget, optional
        As for any widget.
    """

    new_wanted = Signal()
    """The user wants another quiz."""

    def __init__(self, rows: MissedRows, *, again: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = heading(self)
        self.words = text(self)
        self.missed = text(self)
        self.missed.setFont(bold(self.missed.font()))
        self.again = button_of(again)
        self.again.setProperty("kind", "primary")
        self.new = QPushButton(tr("Another quiz"), self)
        self.new.clicked.connect(self.new_wanted)
        self.list = MissedList(rows, self)
        self._lay_out()

    def show_result(self, score: str, words: str, *, missed: str, any_missed: bool) -> None:
        """Show how it went."""
        self.score.setText(score)
        show_words(self.words, words)
        show_words(self.missed, missed)
        self.list.setVisible(any_missed)
        self.again.setVisible(any_missed)

    def take_focus(self) -> None:
        """Have Enter do what is most likely wanted."""
        (self.again if not self.again.isHidden() else self.new).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press what has the focus."""
        focus = self.focusWidget()
        pressed = event.key() in ENTER
        if pressed and isinstance(focus, QPushButton) and focus.hasFocus():
            focus.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.new_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QWidget(self)
        head.setLayout(HeadLayout(self.score, self.again, self.new))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        for widget in (head, self.words):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self.missed)
        layout.addWidget(self.list, 1)
        order_tabs((self.again, self.new, self.list))
