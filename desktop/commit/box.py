"""What stands in the panel: the question before the finding, and what was said after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QVBoxLayout, QWidget

from core.cases.commitment import CommittedAnswer, Confidence
from desktop.commit.choices import Choice, confidences
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, plain_label, show_words, text

_CHOOSE: Final = mark("Choose…")
_UNSTATED: Final = mark("Not stated")
_COMMIT: Final = mark("Commit and &show the finding")
_KEEP: Final = mark("&Keep as my last answer")
_SHOW: Final = mark("Show &without committing")
_LEAVE: Final = mark("&Leave as it is")


class CommitBox(QFrame):
    """Asks for an answer, or says what it was.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    answered = Signal(object)
    """CommittedAnswer: the first one, or another last one."""
    declined = Signal()
    """The user wants to see the finding without an answer, or to leave the answer as it is."""
    change_wanted = Signal()
    """The user wants to give another last answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Your answer"))
        self._choices: Sequence[Choice] = ()
        self.words = text(self)
        self._form = QWidget(self)
        self.diagnosis = _combo(self._form, tr("What do you take it for?"))
        self.confidence = _combo(self._form, tr("How sure are you?"))
        self.confidence.addItem(tr(_UNSTATED), None)
        for words, one in confidences():
            self.confidence.addItem(words, one)
        self.commit = QPushButton(self._form)
        self.commit.setProperty("kind", "primary")
        self.decline = QPushButton(self._form)
        self.change = QPushButton(tr("Chan&ge my answer…"), self)
        for button in (self.decline, self.change):
            button.setProperty("kind", "small")
        self.diagnosis.currentIndexChanged.connect(self._judge)
        self.commit.clicked.connect(lambda _: self.answered.emit(self._stated()))
        self.decline.clicked.connect(lambda _: self.declined.emit())
        self.change.clicked.connect(lambda _: self.change_wanted.emit())
        self._lay_out()

    def ask(self, choices: Iterable[Choice]) -> None:
        """Ask for a first answer."""
        self._offer(choices, None)
        self._show_form(tr(_COMMIT), tr(_SHOW))

    def ask_again(self, choices: Iterable[Choice], last: CommittedAnswer | None) -> None:
        """Ask for another last answer."""
        self._offer(choices, last)
        self._show_form(tr(_KEEP), tr(_LEAVE))

    def show_said(self, words: str) -> None:
        """Say what was said."""
        show_words(self.words, words)
        self._form.hide()
        self.change.show()
        self.show()

    def _offer(self, choices: Iterable[Choice], last: CommittedAnswer | None) -> None:
        self._choices = tuple(choices)
        self.diagnosis.clear()
        self.diagnosis.addItem(tr(_CHOOSE))
        self.diagnosis.addItems([choice.words for choice in self._choices])
        known = None if last is None else (last.code, last.malignant)
        same = [(choice.code, choice.malignant) == known for choice in self._choices]
        self.diagnosis.setCurrentIndex(1 + same.index(True) if True in same else 0)
        sure = None if last is None else last.confidence
        self.confidence.setCurrentIndex(max(0, self.confidence.findData(sure)))

    def _show_form(self, commit: str, decline: str) -> None:
        self.words.hide()
        self.change.hide()
        self.commit.setText(commit)
        self.decline.setText(decline)
        self._form.show()
        self.show()
        self._judge()

    def _stated(self) -> CommittedAnswer:
        choice = self._choices[self.diagnosis.currentIndex() - 1]
        sure = self.confidence.currentData()
        return CommittedAnswer(
            malignant=choice.malignant,
            code=choice.code,
            confidence=None if sure is None else Confidence(sure),
        )

    def _judge(self) -> None:
        """Commit only what says something."""
        self.commit.setEnabled(self.diagnosis.currentIndex() > 0)

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        for field in (self.diagnosis, self.confidence):
            label = plain_label(self._form, field.accessibleName())
            label.setBuddy(field)
            form.addWidget(label)
            form.addWidget(field)
        form.addSpacing(8)
        form.addWidget(self.commit)
        form.addWidget(self.decline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 8)
        layout.setSpacing(8)
        for widget in (self._form, self.words, self.change):
            layout.addWidget(widget)


def _combo(parent: QWidget, name: str) -> QComboBox:
    combo = QComboBox(parent)
    combo.setAccessibleName(name)
    # As wide as the panel, whatever the longest name.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo
