"""Asks after how long to lock, and for the passphrase."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.language.words import mark, tr
from desktop.lock.passphrase import SHORTEST
from desktop.shell.number_fields import NumberField
from desktop.shell.parts import text

_WHY = mark(
    "When nobody has used Lentigo for this long, everything is covered until the passphrase is "
    "typed. That keeps glances away, not somebody who can use your account: cases are not "
    "encrypted by it."
)
_LONGEST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class LockAnswer:
    """What the user wants.

    Parameters
    ----------
    minutes : int
        Without use; 0 for never.
    passphrase : str, optional
        A new one; None keeps the old.
    """

    minutes: int
    passphrase: str | None


class LockSettingsDialog(QDialog):
    """The dialog; `answer` is to be asked for once it is accepted.

    Parameters
    ----------
    minutes : int
        As set now; 0 for never.
    known : bool
        Whether there is a passphrase already.
    parent : QWidget
        The window.
    """

    def __init__(self, *, minutes: int, known: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Lock after a while"))
        self._known = known
        self.minutes = NumberField(self)
        self.minutes.setRange(0, _LONGEST_MINUTES)
        self.minutes.setSpecialValueText(tr("Never"))
        self.minutes.setSuffix(tr(" min"))
        self.minutes.setValue(minutes)
        self.first, self.second = self._secret_line(), self._secret_line()
        self.first.setPlaceholderText(
            tr("As it is") if known else tr("At least {least} characters", least=SHORTEST)
        )
        self.verdict = text(self)
        self.verdict.setAccessibleDescription(tr("Answer"))
        self._lay_out()
        for signal in (self.first.textChanged, self.second.textChanged, self.minutes.valueChanged):
            signal.connect(self._judge)
        self._judge()

    @property
    def answer(self) -> LockAnswer:
        """What the user wants."""
        return LockAnswer(self.minutes.value(), self.first.text() or None)

    def _secret_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("&Lock after"), self.minutes)
        form.addRow(tr("New &passphrase"), self.first)
        form.addRow(tr("The same &again"), self.second)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(text(self, tr(_WHY), quiet=True))
        column.addLayout(form)
        column.addWidget(self.verdict)
        column.addWidget(self._buttons)
        self.resize(460, self.sizeHint().height())

    def _judge(self) -> None:
        words = self._complaint()
        self.verdict.setText(words)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not words)

    def _complaint(self) -> str:
        first, second = self.first.text(), self.second.text()
        if not first and not second:
            missing = self.minutes.value() > 0 and not self._known
            return tr("To lock, Lentigo needs a passphrase.") if missing else ""
        if len(first) < SHORTEST:
            return tr("The passphrase needs at least {least} characters.", least=SHORTEST)
        return "" if first == second else tr("The two are not the same.")
