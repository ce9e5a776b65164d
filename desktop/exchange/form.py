"""Asks how pictures were taken, and whose their files are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from core.cases.suggestions import Suggestions
from core.dicom.kinds import Kind
from core.report.order import LONGEST_PSEUDONYM
from desktop.cases.suggestion_box import Fact, SuggestionBox
from desktop.exchange.order_form import OrderForm, dicom_line, writable
from desktop.exchange.wish import NO_ORDER, ExchangeFormat, ExchangeWish, Whose
from desktop.language.words import mark, tr
from desktop.shell.parts import heading, show_words, text

_KINDS: Final = {
    Kind.DERMOSCOPIC: mark("Through a &dermatoscope"),
    Kind.PHOTOGRAPHIC: mark("With a plain &camera"),
}
_WHOSE: Final = {
    Whose.NOBODY: mark("&Nobody's: no patient stands in them"),
    Whose.PSEUDONYM: mark("Of a patient under a &pseudonym:"),
    Whose.SAME: mark("Of the &same patient and study as the image"),
}
_OFFERED: Final = (Fact.PATIENT_ID, Fact.ACCESSION, Fact.PHYSICIAN)
_NOT_DICOM: Final = mark(
    "Only DICOM files say whose they are, and not all of the chosen images are such files."
)


class ExchangeForm(QWidget):
    """The questions; `wish` is to be asked for once they are answered.

    Parameters
    ----------
    written_as : ExchangeFormat
        What is written.
    all_dicom : bool
        Whether every source is DICOM, so that patient and study can be taken over.
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()
    grown = Signal()
    """There is more to be seen than before."""

    def __init__(
        self, written_as: ExchangeFormat, *, all_dicom: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._format = written_as
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        dicom = written_as is ExchangeFormat.DICOM
        self.kinds = {kind: QRadioButton(tr(words), self) for kind, words in _KINDS.items()}
        self.whose = {one: QRadioButton(tr(words), self) for one, words in _WHOSE.items()}
        self.pseudonym = dicom_line(self, most=LONGEST_PSEUDONYM)
        self.pseudonym.setAccessibleName(tr("Pseudonym"))
        self.pseudonym.setPlaceholderText(tr("Pseudonym"))
        self.order = OrderForm(self)
        self.suggestions = SuggestionBox(self)
        self.suggestions.taken.connect(self._take)
        self._said = Suggestions()
        self._group(tr("How the pictures were taken"), *self.kinds.values(), shown=dicom)
        self._group(tr("Whose the files are"), *self.whose.values())
        below = self._layout.indexOf(self.whose[Whose.SAME])
        for widget in (self.order, self.pseudonym):
            self._layout.insertWidget(below, widget)
        self.whose[Whose.SAME].setVisible(dicom)
        self.whose[Whose.SAME].setEnabled(all_dicom)
        self._why = text(self, quiet=True)
        show_words(self._why, tr(_NOT_DICOM) if dicom and not all_dicom else "")
        self._layout.addWidget(self._why)
        self._layout.addWidget(self.suggestions)
        self.kinds[Kind.DERMOSCOPIC].setChecked(True)
        self.whose[Whose.NOBODY].setChecked(True)
        self.pseudonym.textChanged.connect(lambda _: self.changed.emit())
        self._judge()

    @property
    def wish(self) -> ExchangeWish:
        """What is wanted."""
        return ExchangeWish(
            format=self._format,
            whose=next(one for one, button in self.whose.items() if button.isChecked()),
            pseudonym=writable(self.pseudonym),
            kind=next(kind for kind, button in self.kinds.items() if button.isChecked()),
            order=self.order.order if self.whose[Whose.PSEUDONYM].isChecked() else NO_ORDER,
        )

    @property
    def complete(self) -> bool:
        """Whether all is said that is needed."""
        return bool(self.wish.pseudonym) or self.wish.whose is not Whose.PSEUDONYM

    def offer(self, suggestions: Suggestions) -> None:
        """Offer what the one file says of patient and order."""
        self._said = suggestions
        self.suggestions.show_suggestions(suggestions, facts=_OFFERED, new_patient=True)
        self.grown.emit()

    def _take(self, fact: Fact) -> None:
        """Note what the user takes, which then stands in files of a patient."""
        self.whose[Whose.PSEUDONYM].setChecked(True)
        match fact:
            case Fact.PATIENT_ID:
                self.pseudonym.setText(self._said.patient_id or "")
            case Fact.ACCESSION:
                self.order.accession.setText(self._said.accession or "")
            case Fact.PHYSICIAN:
                self.order.physician.setText(self._said.physician or "")

    def _group(self, title: str, *buttons: QRadioButton, shown: bool = True) -> None:
        head = heading(self, factor=1.15)
        head.setText(title)
        group = QButtonGroup(self)
        for widget in (head, *buttons):
            self._layout.addWidget(widget)
            widget.setVisible(shown)
        for button in buttons:
            group.addButton(button)
            button.toggled.connect(self._judge)

    def _judge(self) -> None:
        """Ask only for what matters."""
        for widget in (self.pseudonym, self.order):
            widget.setEnabled(self.whose[Whose.PSEUDONYM].isChecked())
        for button in self.kinds.values():
            button.setEnabled(not self.whose[Whose.SAME].isChecked())
        self.changed.emit()
