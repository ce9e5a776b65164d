"""The self-test as a page: what was checked, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from core.language import again
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, heading_font, plain_label, text
from desktop.shell.scrolled import Scrolled

if TYPE_CHECKING:
    from core.selftest.check import Check

_SIZE: Final = (640, 520)
_NOT_MADE: Final = mark("The self-test broke down: Help, Crash reports may say why.")
_SIGNS: Final = {"passed": "✓", "failed": "✗", "skipped": "·"}
_WORDS: Final = {
    "passed": mark("passed"),
    "failed": mark("failed"),
    "skipped": mark("skipped"),
}


class SelfTestDialog(QDialog):
    """The dialog; it waits for `show_checks`.

    Parameters
    ----------
    parent : QWidget
        The window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Self-test"))
        self.resize(*_SIZE)
        self.head = heading(self)
        self.head.setText(tr("Checking this installation…"))
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(tr("Checking this installation…"))
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.head)
        layout.addWidget(self._busy)
        layout.addWidget(Scrolled(self._rows), 1)
        layout.addWidget(buttons)

    def show_checks(self, checks: list[Check] | None) -> None:
        """Show what came of all checks; None where they could not be made."""
        if checks is None:
            self._end(tr(_NOT_MADE))
            return
        well = all(str(check.outcome) != "failed" for check in checks)
        self._end(tr("Lentigo works here.") if well else tr("Something does not work here."))
        for row, check in enumerate(checks):
            self._grid.addWidget(self._sign(str(check.outcome)), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._sentence(check), row, 1)
        self._grid.setRowStretch(len(checks), 1)

    def _end(self, words: str) -> None:
        self.head.setText(words)
        self._busy.hide()

    def _sentence(self, check: Check) -> QLabel:
        outcome = str(check.outcome)
        label = text(self._rows, again(check.sentence), quiet=outcome == "skipped")
        if outcome == "failed":
            label.setFont(heading_font(label.font(), factor=1))
        return label

    def _sign(self, outcome: str) -> QLabel:
        sign = plain_label(self._rows, _SIGNS[outcome])
        sign.setAccessibleName(tr(_WORDS[outcome]))
        sign.setToolTip(tr(_WORDS[outcome]))
        if outcome == "failed":
            sign.setFont(heading_font(sign.font(), factor=1))
        return sign
