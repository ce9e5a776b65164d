"""Asks which cases are to be exported, and as what."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QRadioButton, QVBoxLayout, QWidget

from core.report.table_kind import TableKind
from desktop.cases.new_dialog import save_or_cancel
from desktop.language.words import count, mark, tr
from desktop.look.words import lesions_words
from desktop.shell.parts import MARGIN, heading, text

_WORDS: Final = mark(
    "A table with a row for each analysis of each image. Patients appear under their pseudonyms."
)
_KINDS: Final = {
    TableKind.CSV: mark("&CSV, for spreadsheets"),
    TableKind.JSON: mark("&JSON, for programs"),
}


class ExportDialog(QDialog):
    """The dialog; what is wanted is to be asked for once it is accepted.

    Parameters
    ----------
    chosen, found : int
        Lesions that are chosen in the list, and all that the search found.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, *, chosen: int, found: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export cases"))
        only = count("&The lesion that is chosen", "&The {n} lesions that are chosen", n=chosen)
        self.only_chosen = QRadioButton(only, self)
        everything = tr("&All that the search found: {lesions}", lesions=lesions_words(found))
        self.all_found = QRadioButton(everything, self)
        self.only_chosen.setEnabled(chosen > 0)
        self.kinds = {kind: QRadioButton(tr(words), self) for kind, words in _KINDS.items()}
        self.identifying = QCheckBox(tr("With names, file names and &free texts"), self)
        self.identifying.setToolTip(tr("What may identify patients is left out unless chosen"))
        self.buttons = save_or_cancel(self)
        self._group(self.only_chosen, self.all_found)
        self._group(*self.kinds.values())
        first = self.only_chosen if chosen > 1 else self.all_found
        first.setChecked(True)
        first.setFocus()
        self.kinds[TableKind.CSV].setChecked(True)
        self._lay_out()

    @property
    def kind(self) -> TableKind:
        """What the table is to be written as."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def _group(self, *buttons: QRadioButton) -> None:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(text(self, tr(_WORDS), quiet=True))
        groups = (
            (tr("Which"), (self.only_chosen, self.all_found)),
            (tr("As"), tuple(self.kinds.values())),
            (tr("What identifies"), (self.identifying,)),
        )
        for title, buttons in groups:
            head = heading(self, factor=1.15)
            head.setText(title)
            layout.addSpacing(8)
            layout.addWidget(head)
            for button in buttons:
                layout.addWidget(button)
        layout.addSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(440, self.sizeHint().height())
