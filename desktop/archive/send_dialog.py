"""Asks what is to be sent, and whose it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.cases.new_dialog import save_or_cancel
from desktop.exchange.form import ExchangeForm
from desktop.exchange.wish import ExchangeFormat
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, text
from desktop.shell.scrolled import Scrolled, show_whole

_WIDTH: Final = 480
_WORDS: Final = mark(
    "{images}: heat map and preliminary report go to {host}, and the picture where it does not "
    "come from there."
)


class SendDialog(QDialog):
    """The dialog; `form.wish` is to be asked for once it is accepted.

    Parameters
    ----------
    images : str
        Which images, in words.
    host : str
        Where they go.
    all_dicom : bool
        Whether every source is DICOM.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self, *, images: str, host: str, all_dicom: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Send findings"))
        self.form = ExchangeForm(ExchangeFormat.DICOM, all_dicom=all_dicom)
        self._scrolled = Scrolled(self.form, self)
        self.form.grown.connect(self._show_whole)
        self.buttons = save_or_cancel(self)
        send = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        send.setText(tr("&Send"))
        self.form.changed.connect(lambda: send.setEnabled(self.form.complete))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(text(self, tr(_WORDS, images=images, host=host), quiet=True))
        layout.addWidget(self._scrolled, 1)
        layout.addWidget(self.buttons)
        self._show_whole()

    def _show_whole(self) -> None:
        show_whole(self, self._scrolled, width=_WIDTH)
