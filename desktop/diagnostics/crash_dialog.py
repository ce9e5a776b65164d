"""The crash reports on this computer, to be read, copied and removed; nobody sends them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.diagnostics.folder import crashes_folder
from core.diagnostics.reports import CrashReport, crash_reports, remove_crash_reports
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, text

_WHAT: Final = mark(
    "Written down on this computer when Lentigo crashed: kinds of errors and places in the code, "
    "no names, no images, no values. Lentigo sends them to nobody. They lie in {folder}."
)
_NONE: Final = mark("Lentigo has not crashed here.")
_SIZE: Final = (720, 520)


class CrashDialog(QDialog):
    """The dialog; it reads the reports when it is made.

    Parameters
    ----------
    parent : QWidget
        The window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Crash reports"))
        self.resize(*_SIZE)
        self.reports = QPlainTextEdit(self)
        self.reports.setReadOnly(True)
        self.reports.setAccessibleName(tr("Crash reports"))
        self.reports.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.reports.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.reports.setPlaceholderText(tr(_NONE))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.copy = self._button(buttons, tr("&Copy all"))
        self.remove = self._button(buttons, tr("&Remove all"))
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(text(self, tr(_WHAT, folder=crashes_folder()), quiet=True))
        layout.addWidget(self.reports, 1)
        layout.addWidget(buttons)
        self._show()

    def _button(self, buttons: QDialogButtonBox, words: str) -> QPushButton:
        button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    def _show(self) -> None:
        reports = crash_reports()
        self.reports.setPlainText("\n".join(map(_words, reports)))
        for button in (self.copy, self.remove):
            button.setEnabled(bool(reports))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.reports.toPlainText())

    def _remove(self) -> None:
        remove_crash_reports()
        self._show()


def _words(report: CrashReport) -> str:
    return f"{report.moment:%Y-%m-%d %H:%M:%S} UTC\n{report.text}"
