"""Asks for the passphrase that is to protect the cases, or for another one, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language.words import mark, tr
from desktop.shell.parts import text

SHORTEST = 8
"""Characters; as `core.cases.vault.key_file` has it, which would bring its libraries along."""
_WHY = mark(
    "Database and images of the cases are encrypted: whoever finds this computer, or a copy of "
    "their folder, sees nothing of them without the passphrase."
)
_BEWARE = mark(
    "Nobody can recover a forgotten passphrase: the cases would be lost. Write it down, and keep "
    "it in a safe place."
)
_BARE_BACKUPS = mark("Backups made before are not encrypted.")
_OLD_BACKUPS = mark("Backups made before open with the passphrase of their day.")
_NOW = mark("The cases are encrypted.")
_SERVER = mark("The rows on your clinic's server are not: that is the server's affair.")


class Wish(StrEnum):
    """What the user wants."""

    PROTECT = "protect"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, repr=False)
class Protection:
    """What the user has chosen.

    Parameters
    ----------
    wish : Wish
        To do what.
    old, new : str
        The passphrase of now, and the one from then on; each empty where there is none.
    """

    wish: Wish
    old: str
    new: str


class ProtectDialog(QDialog):
    """The dialog; it stays until what the user has chosen is done.

    Parameters
    ----------
    sealed : bool
        Whether there is a passphrase now.
    server : bool
        Whether the rows are on a server.
    parent : QWidget
        The window.
    """

    chosen = Signal(object)
    """Protection that the user wants."""

    def __init__(self, *, sealed: bool, server: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Protect cases with a passphrase"))
        self._sealed, self._server, self._busy = sealed, server, False
        self.change = QRadioButton(tr("&Change the passphrase"), self)
        self.remove = QRadioButton(tr("&Remove the protection"), self)
        self.change.setChecked(True)
        self.old, self.first, self.second = (self._secret_line() for _ in range(3))
        self.first.setPlaceholderText(tr("At least {least} characters", least=SHORTEST))
        self.verdict = text(self)
        self.verdict.setAccessibleDescription(tr("Answer"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.go = self._buttons.addButton(
            tr("C&hange") if sealed else tr("&Protect"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._form = QFormLayout()
        self._lay_out()
        self._listen()
        self._judge()

    @property
    def choice(self) -> Protection:
        """What the user has chosen."""
        if not self._sealed:
            return Protection(Wish.PROTECT, "", self.first.text())
        wish = Wish.REMOVE if self.remove.isChecked() else Wish.CHANGE
        return Protection(wish, self.old.text(), self.first.text())

    def show_progress(self, done: int, total: int) -> None:
        """Say how many originals are done."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def refuse(self, words: str) -> None:
        """Say why it was not done, and ask again."""
        self._set_busy(on=False)
        self.verdict.setText(words)

    def reject(self) -> None:
        """Close, but not in the middle of the work."""
        if not self._busy:
            super().reject()

    def _secret_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        for words in self._explanations():
            column.addWidget(text(self, words, quiet=True))
        form = self._form
        if self._sealed:
            for radio in (self.change, self.remove):
                column.addWidget(radio)
            form.addRow(tr("Passphrase of &now"), self.old)
        for line, unused in ((self.old, not self._sealed), (self.change, not self._sealed),
                             (self.remove, not self._sealed)):  # fmt: skip
            line.setHidden(unused)
        form.addRow(tr("New &passphrase"), self.first)
        form.addRow(tr("The same &again"), self.second)
        column.addLayout(form)
        column.addWidget(self.verdict)
        column.addWidget(self.progress)
        column.addStretch(1)
        column.addWidget(self._buttons)
        (self.old if self._sealed else self.first).setFocus()
        self.resize(500, self.sizeHint().height())

    def _explanations(self) -> list[str]:
        words = [tr(_NOW) if self._sealed else tr(_WHY)]
        if self._server:
            words.append(tr(_SERVER))
        return [*words, tr(_BEWARE), tr(_OLD_BACKUPS) if self._sealed else tr(_BARE_BACKUPS)]

    def _listen(self) -> None:
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        self._buttons.accepted.connect(self._choose)
        self._buttons.rejected.connect(self.reject)
        for signal in (
            self.old.textChanged, self.first.textChanged, self.second.textChanged,
            self.remove.toggled,
        ):  # fmt: skip
            signal.connect(self._judge)

    def _choose(self) -> None:
        choice = self.choice
        self._set_busy(on=True)
        self.verdict.setText(tr("Working… Everything is written anew and read back."))
        self.chosen.emit(choice)

    def _set_busy(self, *, on: bool) -> None:
        self._busy = on
        self.progress.setRange(0, 0)
        self.progress.setVisible(on)
        for widget in (self.old, self.change, self.remove, self._buttons):
            widget.setEnabled(not on)
        self._judge()

    def _judge(self) -> None:
        removing = self._sealed and self.remove.isChecked()
        if self._sealed:
            self.go.setText(tr("&Remove") if removing else tr("C&hange"))
        for line in (self.first, self.second):
            line.setEnabled(not self._busy)
            self._form.setRowVisible(line, not removing)
        words = "" if removing else self._complaint()
        if not self._busy:
            self.verdict.setText(words)
        lacking = self._sealed and not self.old.text()
        untyped = not removing and not self.first.text()
        self.go.setEnabled(not (words or lacking or untyped or self._busy))

    def _complaint(self) -> str:
        first, second = self.first.text(), self.second.text()
        if not first and not second:
            return ""
        if len(first) < SHORTEST:
            return tr("The passphrase needs at least {least} characters.", least=SHORTEST)
        return "" if first == second else tr("The two are not the same.")
