"""The evidence below its heading: what may be stated, and how often such findings were right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language.words import tr
from desktop.look.evidence_content import EvidenceContent, stated
from desktop.look.evidence_row import EvidenceRowView
from desktop.shell.choice_button import ChoiceButton
from desktop.shell.parts import show_words, text

if TYPE_CHECKING:
    from core.report.evidence_rows import EvidenceRow


class EvidenceView(QWidget):
    """Shows an `EvidenceContent`; its rows are made once and used again.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    patient_stated = Signal(object)
    """Patient: what the user states of this image."""
    card_wanted = Signal()
    """The user wants to read the model card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = QWidget(self)
        self.site = ChoiceButton(tr("Site"), self._choices)
        self.age = ChoiceButton(tr("Age"), self._choices)
        for button in (self.site, self.age):
            button.chosen.connect(self._state)
        self._note = text(self, quiet=True)
        self._rows: list[EvidenceRowView] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self._card = QPushButton(tr("Model card"), self)
        self._card.setProperty("kind", "small")
        self._card.clicked.connect(self.card_wanted)
        self._lay_out()

    def show_evidence(self, content: EvidenceContent) -> None:
        """Show what is known."""
        patient = content.patient
        self.site.show_choices(content.sites, chosen=patient.site or "")
        self.age.show_choices(content.ages, chosen=patient.age or "")
        self._choices.setVisible(bool(content.rows))
        self._show_rows(content.rows)
        show_words(self._note, content.note)

    def _show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        while len(self._rows) < len(rows):
            self._rows.append(EvidenceRowView(self))
            self._place.addWidget(self._rows[-1])
        for place, view in enumerate(self._rows):
            view.setVisible(place < len(rows))
            if place < len(rows):
                view.show_row(rows[place])

    def _state(self) -> None:
        self.patient_stated.emit(stated(site=self.site.value, age=self.age.value))

    def _lay_out(self) -> None:
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(4)
        choices.addWidget(self.site, 0, Qt.AlignmentFlag.AlignLeft)
        choices.addWidget(self.age, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(12)
        layout.addWidget(self._choices, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._place)
        layout.addWidget(self._note)
        layout.addWidget(self._card, 0, Qt.AlignmentFlag.AlignLeft)
