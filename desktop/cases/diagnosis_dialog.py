"""Asks what a clinician or a pathologist says a lesion is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QLineEdit,
    QWidget,
)

from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis
from core.report.case_words import class_name
from desktop.cases.forms import lay_out
from desktop.cases.record_dialog import RecordDialog
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final = (
    (mark("Clinical: from looking"), DiagnosisKind.CLINICAL),
    (mark("Pathology: from tissue"), DiagnosisKind.PATHOLOGY),
)
_NONE: Final = mark("None of these: in words below")


class DiagnosisDialog(RecordDialog[Diagnosis]):
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

    def __init__(
        self,
        title: str,
        diagnosis: Diagnosis,
        *,
        codes: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Diagnosis"), parent)
        self._diagnosis = diagnosis
        self.kind = QComboBox(self)
        for words, kind in _KINDS:
            self.kind.addItem(tr(words), kind)
        self.code = QComboBox(self)
        self.code.addItem(tr(_NONE), "")
        for code in dict.fromkeys((*codes, diagnosis.code)):
            if code:
                self.code.addItem(class_name(code), code)
        self.words = QLineEdit(self)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setMaximumDate(QDate.currentDate())
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(tr("Who, or which laboratory and its number"))
        self.show_stated(diagnosis)
        self._lay_out(title, self._form())
        self.saved = self.stated
        for changed in (
            self.kind.currentIndexChanged,
            self.code.currentIndexChanged,
            self.words.textChanged,
            self.day.dateChanged,
            self.source.textChanged,
        ):
            changed.connect(self._judge)
            changed.connect(self._changed)
        self._judge()

    @property
    def stated(self) -> Diagnosis:
        """The diagnosis as it is stated here."""
        day = self.day.date()
        return replace(
            self._diagnosis,
            kind=DiagnosisKind(self.kind.currentData()),
            code=self.code.currentData(),
            text=self.words.text().strip(),
            day=date(day.year(), day.month(), day.day()),
            source=self.source.text().strip(),
        )

    def show_stated(self, record: Diagnosis) -> None:
        """Show what a diagnosis says."""
        self.kind.setCurrentIndex([kind for _, kind in _KINDS].index(record.kind))
        self.code.setCurrentIndex(max(0, self.code.findData(record.code)))
        self.words.setText(record.text)
        day = record.day
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.source.setText(record.source)

    def _judge(self) -> None:
        """Save only what says something: a class, or words."""
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self.code.currentData() or self.words.text().strip()))

    def _form(self) -> QWidget:
        form = QWidget(self)
        lay_out(
            form,
            {
                tr("&Who says so"): self.kind,
                tr("&Class"): self.code,
                tr("In own w&ords"): self.words,
                tr("&Day"): self.day,
                tr("So&urce"): self.source,
            },
        )
        return form
