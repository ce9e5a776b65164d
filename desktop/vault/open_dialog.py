"""Asks for the passphrase of the cases, when they are first needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop.language.words import tr
from desktop.shell.parts import heading, text


class OpenDialog(QDialog):
    """The dialog; it stays until the cases are open, or the user gives up.

    Parameters
    ----------
    parent : QWidget
        The window.
    """

    typed = Signal(str)
    """A passphrase to be tried."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open the cases"))
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(tr("Passphrase of the cases"))
        self.line.setPlaceholderText(tr("Passphrase of the cases"))
        self.verdict = text(self)
        self.verdict.setAccessibleDescription(tr("Answer"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.open_button = self._buttons.addButton(
            tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.open_button.setProperty("kind", "primary")
        self.open_button.setDefault(True)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        self._buttons.accepted.connect(self._try)
        self._buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(self._judge)
        self._lay_out()
        self._judge()

    def refuse(self, words: str) -> None:
        """Say why it is not opened, and ask again."""
        self.line.setReadOnly(False)
        self.line.clear()
        self.line.setFocus()
        self.verdict.setText(words)

    def _lay_out(self) -> None:
        title = heading(self)
        title.setText(tr("The cases are protected"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (title, self.line, self.verdict, self._buttons):
            column.addWidget(widget)
        self.setMinimumWidth(400)

    def _judge(self) -> None:
        self.open_button.setEnabled(bool(self.line.text()) and not self.line.isReadOnly())

    def _try(self) -> None:
        self.line.setReadOnly(True)  # and not disabled, which would move the focus
        self._judge()
        self.verdict.setText(tr("Opening…"))
        self.typed.emit(self.line.text())
