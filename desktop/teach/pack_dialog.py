"""The dialog in which a collection or a quiz is packed for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop.language.words import tr
from desktop.shell.dialog_parts import dialog_button, row_of
from desktop.shell.parts import heading, text
from desktop.shell.scrolled import resize_within_screen
from desktop.teach.pack_form import PackForm
from desktop.teach.pages import WorkDialog
from desktop.teach.words import COMPARE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from core.learning.quiz.plan import QuizPlan
    from desktop.teach.sources import PackSource

_WIDTH: Final = 560


class PackDialog(WorkDialog):
    """Asks what is to be packed, and shows what came of it.

    Parameters
    ----------
    sources : sequence of PackSource
        What can be packed, at least one.
    author : str
        Who makes it, as proposed.
    plan : QuizPlan
        How a quiz is to be asked.
    parent : QWidget
        As for any widget.
    """

    def __init__(
        self, sources: Sequence[PackSource], *, author: str, plan: QuizPlan, parent: QWidget
    ) -> None:
        self.form = PackForm(sources, author=author, plan=plan, parent=parent)
        super().__init__(self.form, act=tr("Pac&k…"), parent=parent)
        self.setWindowTitle(tr("Pack for others"))
        self.packed = heading(self.outcome, factor=1.15)
        self.said = text(self.outcome)
        self.sum = QLineEdit(self.outcome)
        self.sum.setReadOnly(True)
        self.sum.setAccessibleName(tr("SHA-256 of the file"))
        self.copy = dialog_button(self.outcome, tr("&Copy"), name=tr("Copy the checksum"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.sum.text()))
        self._lay_out()
        (self.form.which if self.form.name.text() else self.form.name).setFocus()
        resize_within_screen(self, QSize(_WIDTH, self.sizeHint().height() + 48))

    def show_packed(self, title: str, words: str, *, sha256: str) -> None:
        """Show what came of it."""
        self.packed.setText(title)
        self.said.setText(words)
        self.sum.setText(sha256)
        self.sum.setCursorPosition(0)
        self.show_outcome()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self.outcome)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.packed)
        layout.addWidget(self.said)
        layout.addSpacing(8)
        layout.addWidget(text(self.outcome, tr("SHA-256 of the file")))
        layout.addLayout(row_of(self.sum, self.copy))
        layout.addWidget(text(self.outcome, tr(COMPARE), quiet=True))
        layout.addStretch(1)
