"""A dialog that asks first, then shows how far it is, and at last what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.cases.new_dialog import save_or_cancel
from desktop.shell.parts import MARGIN, show_words, text
from desktop.shell.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

_KINDS: Final = QDialogButtonBox.StandardButton


class WorkDialog(QDialog):
    """Its first page has what is asked; while it works, Cancel stops the work.

    Parameters
    ----------
    body : QWidget
        What is asked.
    act : str
        What the button says that begins.
    parent : QWidget
        As for any widget.
    """

    wanted = Signal()
    """The user wants to begin."""
    stopped = Signal()
    """The user wants to stop what has begun."""

    def __init__(self, body: QWidget, *, act: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.body = body
        self._pages = QStackedWidget(self)
        self._pages.addWidget(Scrolled(body, self))
        self.outcome = QWidget(self)
        self._pages.addWidget(self.outcome)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.remark = text(self)
        self.remark.hide()
        self.buttons = save_or_cancel(self)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self.wanted)
        self.begin: QPushButton = self.buttons.button(_KINDS.Save)
        self.begin.setText(act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.remark)
        layout.addWidget(self.buttons)
        self._working = False
        self.show_work(None)

    def show_work(self, images: int | None) -> None:
        """Show that it works, on so many images; or that it does not."""
        self._working = images is not None
        self.bar.setRange(0, images or 1)
        self.bar.setValue(0)
        self.bar.setVisible(self._working)
        self.body.setEnabled(not self._working)
        self.begin.setEnabled(not self._working)

    def show_remark(self, words: str) -> None:
        """Say why something cannot be done, or nothing."""
        show_words(self.remark, words)

    def show_outcome(self) -> None:
        """Show the last page, from which there is no way back."""
        self.show_work(None)
        self._pages.setCurrentWidget(self.outcome)
        self.begin.hide()
        self.buttons.button(_KINDS.Cancel).hide()
        close = self.buttons.addButton(_KINDS.Close)
        close.setIcon(QIcon())
        close.setFocus()

    def reject(self) -> None:
        """Stop what runs first; only then close."""
        if self._working:
            self.stopped.emit()
        else:
            super().reject()
