"""Asks what a ruler reads along a line that was drawn on it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.cases.new_dialog import save_or_cancel
from desktop.language.words import tr
from desktop.shell.number_fields import DecimalField
from desktop.shell.parts import MARGIN, heading, text


class ScaleDialog(QDialog):
    """The dialog; `mm` is to be asked for once it is accepted.

    Parameters
    ----------
    day : str
        Of the image.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, day: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Scale"))
        title = heading(self, factor=1.15)
        title.setText(tr("Scale of the image of {day}", day=day))
        self.length = DecimalField(self)
        self.length.setRange(0.1, 500)
        self.length.setDecimals(1)
        self.length.setValue(10)
        self.length.setSuffix(" mm")
        self.length.setAccessibleName(tr("Length of the line"))
        self.buttons = save_or_cancel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        asked = text(self, tr("What does the ruler read between the ends of the line?"))
        kept = text(self, tr("The scale is kept with the image; Undo takes it back."), quiet=True)
        for widget in (title, asked, self.length, kept, self.buttons):
            layout.addWidget(widget)
        self.length.setFocus()
        self.length.selectAll()
        self.resize(420, self.sizeHint().height())

    @property
    def mm(self) -> float:
        """What the user stated."""
        return self.length.value()
