"""What is seen while the program is locked: nothing of it, and a line for the passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language.words import tr
from desktop.shell.parts import heading, text


class Cover(QFrame):
    """Lies over a whole window, menus included, and stays as large as it.

    Parameters
    ----------
    window : QWidget
        What it covers.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)


class LockDialog(QDialog):
    """Asks for the passphrase; cannot be closed in another way.

    Parameters
    ----------
    check : callable
        Tells whether a passphrase is right.
    parent : QWidget
        The window.
    """

    def __init__(self, check: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Lentigo is locked"))
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._check = check
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(tr("Passphrase"))
        self.line.setPlaceholderText(tr("Passphrase"))
        self.verdict = text(self)
        self.verdict.setAccessibleDescription(tr("Answer"))
        button = QPushButton(tr("&Unlock"), self)
        button.setProperty("kind", "primary")
        button.setDefault(True)
        button.clicked.connect(self._try)
        title = heading(self)
        title.setText(tr("Lentigo is locked"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (title, self.line, self.verdict, button):
            column.addWidget(widget)
        self.setMinimumWidth(360)

    def reject(self) -> None:
        """Do nothing: Escape opens no lock."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless the whole program ends."""
        if QApplication.closingDown():
            super().closeEvent(event)
        else:
            event.ignore()

    def _try(self) -> None:
        if self._check(self.line.text()):
            self.accept()
            return
        self.line.clear()
        self.line.setFocus()
        self.verdict.setText(tr("That is not the passphrase."))
