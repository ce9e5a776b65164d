"""Asks what is to be packed, under which name, and how."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.learning.package.packing import Packing
from core.learning.quiz.plan import MOST
from desktop.atlas.filter_bar import Choice
from desktop.language.words import mark, tr
from desktop.quiz.words import plan_words
from desktop.shell.number_fields import NumberField
from desktop.shell.parts import plain_label, show_words, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.learning.quiz.plan import QuizPlan
    from desktop.teach.sources import PackSource

_NAME: Final = 200  # letters, as the manifest has it
_NOTE_LINES: Final = 3
_RIGHTS: Final = mark("I hold the &rights to all of these images, whatever the licences say")


class PackForm(QWidget):
    """The questions; `packing` and `source` are what was answered.

    Parameters
    ----------
    sources : sequence of PackSource
        What can be packed, at least one.
    author : str
        Who makes it, as proposed.
    plan : QuizPlan
        How a quiz is to be asked, but for the number of its questions.
    parent : QWidget
        As for any widget.
    """

    changed = Signal()
    """Something else is wanted."""
    source_changed = Signal()
    """Other images are wanted."""

    def __init__(
        self, sources: Sequence[PackSource], *, author: str, plan: QuizPlan, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self._proposals = {one.name for one in sources}
        self.which = Choice(tr("What is packed"), self)
        self.which.offer(((one.words, one) for one in sources), chosen=sources[0])
        self.name = _line(self, tr("Name of the package"), sources[0].name)
        self.author = _line(self, tr("Who makes it"), author)
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(tr("Note for those who get it"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.fontMetrics().lineSpacing() * _NOTE_LINES + 16)
        self.quiz = QCheckBox(tr("As a &quiz; questions:"), self)
        self.questions = NumberField(self)
        self.questions.setRange(1, MOST)
        self.questions.setValue(plan.count)
        self.questions.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.questions.setAccessibleName(tr("Questions of the quiz"))
        self.how = text(self, plan_words(plan), quiet=True)
        self.how.hide()
        self.pictures = QCheckBox(tr("The &pictures go along, not only their labels"), self)
        self.pictures.setChecked(True)
        self.licences = text(self, quiet=True)
        self.rights = QCheckBox(tr(_RIGHTS), self)
        self._lay_out()
        self._connect()
        self._bound_questions()
        self.show_licences("", stay=False)

    @property
    def source(self) -> PackSource:
        """Which images are wanted."""
        chosen: PackSource = self.which.value  # type: ignore[assignment]  # nothing else is offered
        return chosen

    @property
    def complete(self) -> bool:
        """Whether it has a name."""
        return bool(self.name.text().strip())

    @property
    def packing(self) -> Packing:
        """How it is wanted; made today."""
        plan = self._plan.model_copy(update={"count": self.questions.value()})
        return Packing(
            name=" ".join(self.name.text().split()),
            author=" ".join(self.author.text().split()),
            note=self.note.toPlainText().strip(),
            made=datetime.now(UTC).astimezone().date(),
            images=self.pictures.isChecked(),
            own_rights=self.pictures.isChecked() and self.rights.isChecked(),
            plan=plan if self.quiz.isChecked() else None,
        )

    def show_licences(self, words: str, *, stay: bool) -> None:
        """Say what the licences let be passed on; ask for the rights where something stays."""
        shown = self.pictures.isChecked()
        show_words(self.licences, words if shown else "")
        self.rights.setVisible(stay and shown)

    def _connect(self) -> None:
        self.which.wanted.connect(self._propose)
        self.name.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.quiz, self.pictures, self.rights):
            box.toggled.connect(lambda _: self.changed.emit())
        self.quiz.toggled.connect(self.questions.setEnabled)
        self.quiz.toggled.connect(self.how.setVisible)
        self.questions.setEnabled(False)

    def _propose(self) -> None:
        """Propose the name of a collection, unless the user has written another."""
        if self.name.text() in self._proposals:
            self.name.setText(self.source.name)
        self._bound_questions()
        self.source_changed.emit()

    def _bound_questions(self) -> None:
        """Ask about no more than there is."""
        self.questions.setMaximum(min(MOST, max(1, len(self.source.ids))))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for words, widget in (
            (tr("&Images"), self.which),
            (tr("&Name"), self.name),
            (tr("Made &by"), self.author),
            (tr("N&ote"), self.note),
        ):
            label = plain_label(self, words)
            label.setBuddy(widget)
            layout.addWidget(label)
            layout.addWidget(widget)
        self.which.setFixedHeight(self.name.sizeHint().height())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.quiz)
        row.addWidget(self.questions)
        row.addStretch(1)
        layout.addSpacing(8)
        layout.addLayout(row)
        for part in (self.how, self.pictures, self.licences, self.rights):
            layout.addWidget(part)
        layout.addStretch(1)


def _line(parent: QWidget, name: str, words: str) -> QLineEdit:
    line = QLineEdit(words, parent)
    line.setAccessibleName(name)
    line.setMaxLength(_NAME)
    return line
