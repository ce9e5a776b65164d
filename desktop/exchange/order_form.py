"""Asks which order the files answer, and who referred the patient."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from core.report.order import LONGEST_ACCESSION, LONGEST_NAME, Order
from desktop.language.words import tr


class OrderForm(QWidget):
    """Two lines, of which either may stay empty.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accession = self._line(LONGEST_ACCESSION)
        self.physician = self._line(LONGEST_NAME)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Access&ion number"), self.accession)
        form.addRow(tr("&Referring physician"), self.physician)

    @property
    def order(self) -> Order:
        """What is stated."""
        return Order(writable(self.accession), writable(self.physician))

    def _line(self, most: int) -> QLineEdit:
        line = dicom_line(self, most=most)
        line.setPlaceholderText(tr("optional"))
        return line


def dicom_line(parent: QWidget, *, most: int) -> QLineEdit:
    """Return a line for so many characters of a DICOM file."""
    line = QLineEdit(parent)
    line.setMaxLength(most)
    # A backslash separates values there.
    line.setValidator(QRegularExpressionValidator(QRegularExpression(r"[^\\\p{C}]*"), line))
    return line


def writable(line: QLineEdit) -> str:
    """Return what stands in such a line, even where a file has put it there."""
    return "".join(one for one in line.text() if one.isprintable() and one != "\\").strip()
