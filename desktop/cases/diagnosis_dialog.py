"""Asks what a clinician or a pathologist says a lesion is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.cases.fields import DiagnosisKind
from core.report.case_words import class_name
from desktop.cases.forms import lay_out
from desktop.cases.new_dialog import save_or_cancel
from desktop.shell.parts import MARGIN, heading, show_words, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.cases.records import Diagnosis

_KINDS: Final = (
    ("Clinical: from looking", DiagnosisKind.CLINICAL),
    ("Pathology: from tissue", DiagnosisKind.PATHOLOGY),
)
_NONE: Final = "None of these: in words below"


class DiagnosisDialog(QDialog):
    """The dialog; whoever opens it keeps what it says, and closes it.

    Parameters
    ----------
    title : str
        Of which lesion.
    diagnosis : Diagnosis
        As it is, or an empty one.
    codes : iterable of str
        Of the classes to choose from.
    parent : QWidget, optional
        As for any widget.
    """

    saving = Signal(object)
    """Diagnosis that the user wants to keep."""

    def __init__(
        self,
        title: str,
        diagnosis: Diagnosis,
        *,
        codes: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Diagnosis")
        self._diagnosis = diagnosis
        self.kind = QComboBox(self)
        for words, kind in _KINDS:
            self.kind.addItem(words, kind)
        self.code = QComboBox(self)
        self.code.addItem(_NONE, "")
        for code in dict.fromkeys((*codes, diagnosis.code)):
            if code:
                self.code.addItem(class_name(code), code)
        self.words = QLineEdit(self)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setMaximumDate(QDate.currentDate())
        self.source = QLineEdit(self)
        self.source.setPlaceholderText("Who, or which laboratory and its number")
        self._said = text(self)
        self.buttons = save_or_cancel(self)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(lambda: self.saving.emit(self._stated()))
        self._fill(diagnosis)
        self._lay_out(title)
        self.code.currentIndexChanged.connect(self._judge)
        self.words.textChanged.connect(self._judge)
        self._judge()

    @property
    def said(self) -> str:
        """What the dialog says about what is stated."""
        return self._said.text()

    def show_error(self, words: str) -> None:
        """Say why it is not kept; what is stated stays."""
        show_words(self._said, words)

    def _stated(self) -> Diagnosis:
        day = self.day.date()
        return replace(
            self._diagnosis,
            kind=DiagnosisKind(self.kind.currentData()),
            code=self.code.currentData(),
            text=self.words.text().strip(),
            day=date(day.year(), day.month(), day.day()),
            source=self.source.text().strip(),
        )

    def _fill(self, diagnosis: Diagnosis) -> None:
        self.kind.setCurrentIndex([kind for _, kind in _KINDS].index(diagnosis.kind))
        self.code.setCurrentIndex(self.code.findData(diagnosis.code))
        self.words.setText(diagnosis.text)
        day = diagnosis.day
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.source.setText(diagnosis.source)

    def _judge(self) -> None:
        """Save only what says something: a class, or words."""
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self.code.currentData() or self.words.text().strip()))

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        name = heading(self, factor=1.15)
        name.setText(title)
        form = QWidget(self)
        lay_out(
            form,
            {
                "&Who says so": self.kind,
                "&Class": self.code,
                "In own w&ords": self.words,
                "&Day": self.day,
                "So&urce": self.source,
            },
        )
        for widget in (name, form, self._said, self.buttons):
            layout.addWidget(widget)
        self._said.hide()
        self.resize(480, self.sizeHint().height())
