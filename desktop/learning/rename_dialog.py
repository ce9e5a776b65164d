"""Where somebody who learns gets another name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop.cases.new_dialog import save_or_cancel
from desktop.language.words import tr
from desktop.shell.parts import MARGIN, heading, show_words, text

_MOST = 200  # letters of a name, as a new one has
_LETTERS = 36


class RenameDialog(QDialog):
    """The dialog; whoever opens it keeps the name, and closes it.

    Parameters
    ----------
    name : str
        The one so far.
    parent : QWidget, optional
        As for any widget.
    """

    wanted = Signal(str)
    """The name that the user wants."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rename profile"))
        head = heading(self, factor=1.15)
        head.setText(name)
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName(tr("Name"))
        self.name.setMaxLength(_MOST)
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.name.selectAll()
        self._failure = text(self)
        self._failure.hide()
        self.buttons = save_or_cancel(self)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(lambda: self.wanted.emit(self.name.text()))
        self.name.textChanged.connect(self._judge)
        self._before = name
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        for widget in (head, self.name, self._failure, self.buttons):
            layout.addWidget(widget)
        self._judge()

    @property
    def words(self) -> str:
        """Why it is not kept; empty where nothing is wrong."""
        return self._failure.text()

    def show_error(self, words: str) -> None:
        """Say why it is not kept; what is written stays."""
        show_words(self._failure, words)

    def _judge(self) -> None:
        written = " ".join(self.name.text().split())
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(written) and written != self._before)
