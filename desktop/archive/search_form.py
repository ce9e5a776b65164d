"""Asks which archive, and which studies of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from core.dicomweb.studies import Wanted
from core.errors import UsageError
from desktop.archive.tasks import Access
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, label_of

_KINDS: Final = (
    (mark("All kinds"), ""),
    (mark("Dermoscopy (DMS)"), "DMS"),
    (mark("Photographs (XC)"), "XC"),
)
_DAY: Final = mark("“{words}” is not a day such as 2026-11-21.")


class SearchForm(QWidget):
    """The fields.

    Parameters
    ----------
    address : str
        Of the archive, as it was typed before.
    parent : QWidget, optional
        As for any widget.
    """

    submitted = Signal()
    """Enter was pressed in a field."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = QLineEdit(address, self)
        self.address.setPlaceholderText("https://USER@HOST/dicom-web")
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(tr("Kept only while this dialog is open"))
        self.plain_http = QCheckBox(tr("The network is &protected: accept http: as well"), self)
        self.patient_id = QLineEdit(self)
        self.patient_id.setPlaceholderText(tr("* and ? stand for other characters"))
        self.since, self.until = QLineEdit(self), QLineEdit(self)
        for field in (self.since, self.until):
            field.setPlaceholderText("2026-11-21")
        self.kind = QComboBox(self)
        for words, value in _KINDS:
            self.kind.addItem(tr(words), value)
        self._lay_out()

    @property
    def access(self) -> Access:
        """How to reach the archive."""
        return Access(
            self.address.text().strip(), self.password.text(), self.plain_http.isChecked()
        )

    def wanted(self) -> Wanted:
        """Tell which studies are wanted.

        Raises
        ------
        UsageError
            If a day is none.
        """
        return Wanted(
            patient_id=self.patient_id.text().strip(),
            since=_day(self.since.text()),
            until=_day(self.until.text()),
            modality=str(self.kind.currentData()),
        )

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(MARGIN)
        layout.setVerticalSpacing(8)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(3, 1)
        for row, column, words, field, span in (
            (0, 0, tr("&Address"), self.address, 3),
            (1, 0, tr("Pass&word"), self.password, 3),
            (3, 0, tr("Patient &ID"), self.patient_id, 1),
            (3, 2, tr("&Kind"), self.kind, 1),
            (4, 0, tr("F&rom"), self.since, 1),
            (4, 2, tr("&Until"), self.until, 1),
        ):
            layout.addWidget(label_of(field, words, self), row, column)
            layout.addWidget(field, row, column + 1, 1, span)
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(self.submitted)
        layout.addWidget(self.plain_http, 2, 1, 1, 3)


def _day(words: str) -> date | None:
    clean = words.strip()
    try:
        return date.fromisoformat(clean) if clean else None
    except ValueError:
        raise UsageError(tr(_DAY, words=clean), value=clean) from None
