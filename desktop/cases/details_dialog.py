"""A form about what is there already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.cases.forms import PatientForm
from desktop.cases.lesion_form import LesionForm
from desktop.cases.new_dialog import save_or_cancel
from desktop.shell.parts import MARGIN, heading, show_words, text


class DetailsDialog(QDialog):
    """The dialog; whoever opens it keeps what it says, and closes it.

    Parameters
    ----------
    title : str
        What is noted so far.
    form : PatientForm or LesionForm
        Asks, with that in it.
    parent : QWidget, optional
        As for any widget.
    """

    saving = Signal()
    """The user wants to keep what the form says."""

    def __init__(
        self, title: str, form: PatientForm | LesionForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Details")
        self.form = form
        self._said = text(self)
        self._said.hide()
        self.buttons = save_or_cancel(self)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self.saving)
        name = heading(self, factor=1.15)
        name.setText(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        for widget in (name, form, self._said, self.buttons):
            layout.addWidget(widget)
        form.changed.connect(self._judge)
        self._judge()
        self.resize(480, self.sizeHint().height())

    @property
    def said(self) -> str:
        """What the dialog says about what is stated."""
        return self._said.text()

    def show_error(self, words: str) -> None:
        """Say why it is not kept; what is stated stays."""
        show_words(self._said, words)

    def _judge(self) -> None:
        """Save only what a patient or a lesion can be made of."""
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(self.form.complete)
