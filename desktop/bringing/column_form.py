"""Asks which columns of a table are meant; seen only where there is a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop.language.words import tr
from desktop.shell.parts import MARGIN, label_of, text

if TYPE_CHECKING:
    from core.datasets.layout import Looked


class ColumnForm(QWidget):
    """Two lists of columns, and what stands in the first row.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._diagnoses = QComboBox(self), QComboBox(self)
        self._example = text(self, quiet=True)
        self._proposed = ("", "")
        self._cells: dict[str, str] = {}
        self._lay_out()
        self.hide()
        for box in (self._files, self._diagnoses):
            box.currentIndexChanged.connect(lambda _: self._on_choice())

    @property
    def paths(self) -> str:
        """Name of the column of files; empty where there is no table, or none was chosen."""
        return str(self._files.currentData() or "")

    @property
    def labels(self) -> str:
        """Name of the column of diagnoses; as above."""
        return str(self._diagnoses.currentData() or "")

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be chosen."""
        different = self.paths != self.labels
        return self.isHidden() or bool(self.paths and self.labels and different)

    def propose(self, paths: str, labels: str) -> None:
        """Have these chosen once the table is known."""
        self._proposed = (paths, labels)

    def show_table(self, looked: Looked | None) -> None:
        """Offer the columns of a table, or nothing where there is none."""
        header = () if looked is None else looked.header
        found = ("", "")
        if looked is not None:
            self._cells = dict(zip(looked.header, looked.example, strict=False))
            found = (looked.columns.paths, looked.columns.labels)
        pairs = zip(self._proposed, found, strict=True)
        wanted = [mine if mine in header else other for mine, other in pairs]
        named = header if looked is not None and looked.example else ()
        with QSignalBlocker(self):  # whoever shows it knows
            for box, name in zip((self._files, self._diagnoses), wanted, strict=True):
                _offer(box, named, name)
            self.setVisible(bool(named))
        self._say_example()

    def choose(self, paths: str, labels: str) -> None:
        """Choose as the user does."""
        self._files.setCurrentIndex(self._files.findData(paths))
        self._diagnoses.setCurrentIndex(self._diagnoses.findData(labels))

    def _on_choice(self) -> None:
        self._say_example()
        self.changed.emit()

    def _say_example(self) -> None:
        cells = [self._cells.get(name, "") for name in (self.paths, self.labels) if name]
        told = ", ".join(f"“{cell}”" for cell in cells if cell)
        self._example.setText(tr("In the first row: {cells}", cells=told) if told else "")
        self._example.setVisible(bool(told))

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(MARGIN)
        layout.setVerticalSpacing(8)
        for column, (words, box) in enumerate(
            (
                (tr("Column of the f&iles"), self._files),
                (tr("Column of the &diagnoses"), self._diagnoses),
            )
        ):
            label = label_of(box, words, self)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(12)
            layout.addWidget(label, 0, column)
            layout.addWidget(box, 1, column)
            layout.setColumnStretch(column, 1)
        layout.addWidget(self._example, 2, 0, 1, 2)


def _offer(box: QComboBox, names: tuple[str, ...], chosen: str) -> None:
    box.clear()
    box.addItem(tr("Choose a column"), "")
    for name in names:
        box.addItem(name, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
