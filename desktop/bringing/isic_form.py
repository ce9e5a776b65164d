"""Asks which images of the ISIC archive are wanted, and where they go."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.isic.wanted import FREE, Licence
from core.taxonomy import KNOWN
from desktop.bringing.isic_wish import MOST, IsicWish
from desktop.language.words import mark, tr
from desktop.shell.number_fields import NumberField
from desktop.shell.parts import label_of, text

DIAGNOSES: Final = ("mel", "nv", "bcc", "scc", "akiec", "bkl", "df", "vasc")
"""Codes that are offered; any other name of the archive can be typed."""
_TYPES: Final = (
    (mark("All kinds"), ""),
    (mark("Dermoscopy"), "dermoscopic"),
    (mark("Photographs, close-up"), "clinical: close-up"),
    (mark("Photographs, overview"), "clinical: overview"),
)
_LICENCES: Final = {
    Licence.CC_0: mark("CC-&0: for any use"),
    Licence.CC_BY: mark("CC-BY: for any use, with its author &named"),
    Licence.CC_BY_NC: mark("CC-BY-NC: as before, but for no comme&rcial use"),
}


class IsicForm(QWidget):
    """The fields; `wish` is what they say.

    Parameters
    ----------
    wish : IsicWish
        With what they begin.
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, wish: IsicWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diagnoses = {code: QCheckBox(KNOWN[code].shown_name, self) for code in DIAGNOSES}
        self.other = QLineEdit(self)
        self.other.setPlaceholderText(tr("As the archive calls it, in English"))
        self.kind = QComboBox(self)
        for words, value in _TYPES:
            self.kind.addItem(tr(words), value)
        self.licences = {one: QCheckBox(tr(words), self) for one, words in _LICENCES.items()}
        self.number = NumberField(self)
        self.number.setRange(1, MOST)
        self.number.setGroupSeparatorShown(True)
        self.folder = QLineEdit(self)
        self.choose = QPushButton(tr("Choose…"), self)
        self.choose.setAccessibleName(tr("Choose the folder of the images"))
        self.choose.setAutoDefault(False)
        self._lay_out()
        self._show_wish(wish)
        for box in (*self.diagnoses.values(), *self.licences.values()):
            box.toggled.connect(lambda _: self.changed.emit())
        for field in (self.other, self.folder):
            field.textChanged.connect(lambda _: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.number.valueChanged.connect(lambda _: self.changed.emit())

    @property
    def wish(self) -> IsicWish | None:
        """What is wanted; None while something is left to be said."""
        licences = tuple(one for one, box in self.licences.items() if box.isChecked())
        folder = self.folder.text().strip()
        if not licences or not folder:
            return None
        chosen = [code for code, box in self.diagnoses.items() if box.isChecked()]
        other, kind = self.other.text().strip(), str(self.kind.currentData())
        return IsicWish(
            folder=Path(folder),
            diagnoses=(*chosen, *filter(None, [other])),
            image_types=(kind,) if kind else (),
            licences=licences,
            number=self.number.value(),
        )

    def _show_wish(self, wish: IsicWish) -> None:
        for code, box in self.diagnoses.items():
            box.setChecked(code in wish.diagnoses)
        self.other.setText(next((one for one in wish.diagnoses if one not in DIAGNOSES), ""))
        self.kind.setCurrentIndex(max(0, self.kind.findData("".join(wish.image_types))))
        for licence, box in self.licences.items():
            box.setChecked(licence in wish.licences)
        self.number.setValue(wish.number)
        self.folder.setText(str(wish.folder))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text(self, tr("Diagnoses: none chosen means all")))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for place, box in enumerate(self.diagnoses.values()):
            grid.addWidget(box, place // 2, place % 2)
        layout.addLayout(grid)
        layout.addLayout(self._labelled(tr("An&other diagnosis"), self.other))
        layout.addLayout(self._labelled(tr("&Kind of image"), self.kind))
        layout.addSpacing(8)
        layout.addWidget(text(self, tr("Licences")))
        for box in self.licences.values():
            layout.addWidget(box)
        layout.addSpacing(8)
        row = self._labelled(tr("Ho&w many in all"), self.number)
        row.addStretch(3)
        layout.addLayout(row)
        row = self._labelled(tr("Fol&der"), self.folder)
        row.addWidget(self.choose)
        layout.addLayout(row)

    def _labelled(self, words: str, field: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = label_of(field, words, self)
        label.setMinimumWidth(140)
        row.addWidget(label)
        row.addWidget(field, 1)
        return row


def proposed(folder: Path) -> IsicWish:
    """Return what is wanted at first: a hundred images that allow every use."""
    return IsicWish(folder=folder, licences=FREE)
