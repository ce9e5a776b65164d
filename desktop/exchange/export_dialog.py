"""Asks what is to be written for other systems, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.cases.new_dialog import save_or_cancel
from desktop.exchange.form import ExchangeForm
from desktop.exchange.wish import ExchangeFormat
from desktop.language.words import mark, tr
from desktop.shell.dialog_parts import row_of
from desktop.shell.parts import MARGIN, label_of, text
from desktop.shell.scrolled import Scrolled, show_whole

_WIDTH: Final = 480
_TITLES: Final = {
    ExchangeFormat.DICOM: mark("Export as DICOM"),
    ExchangeFormat.FHIR: mark("Export as FHIR"),
}
_WORDS: Final = {
    ExchangeFormat.DICOM: mark(
        "{images}: the picture, the heat map and a preliminary report, each as a DICOM file. "
        "Nothing about a patient is taken over unless chosen here."
    ),
    ExchangeFormat.FHIR: mark(
        "{images}: a preliminary DiagnosticReport of FHIR R4, as a JSON file. There is no other "
        "patient data in it than what is stated here."
    ),
}


class ExchangeDialog(QDialog):
    """The dialog; `form.wish` and `folder` are to be asked for once it is accepted.

    Parameters
    ----------
    written_as : ExchangeFormat
        What is written.
    images : str
        Which images, in words.
    all_dicom : bool
        Whether every source is DICOM.
    folder : str
        Where to write, as proposed.
    ask_folder : callable
        Asks for another one.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self,
        written_as: ExchangeFormat,
        *,
        images: str,
        all_dicom: bool,
        folder: str,
        ask_folder: Callable[[str], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr(_TITLES[written_as]))
        self.form = ExchangeForm(written_as, all_dicom=all_dicom)
        self._scrolled = Scrolled(self.form, self)
        self.form.grown.connect(self._show_whole)
        self._folder = QLineEdit(folder, self)
        self.choose = QPushButton(tr("Choose…"), self)
        self.choose.setAccessibleName(tr("Choose the folder"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(lambda: self._take(ask_folder(self._folder.text())))
        self.buttons = save_or_cancel(self)
        self._save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save.setText(tr("&Export"))
        self._lay_out(tr(_WORDS[written_as], images=images))
        self.form.changed.connect(self._judge)
        self._folder.textChanged.connect(lambda _: self._judge())
        self._judge()
        self._save.setFocus()

    @property
    def folder(self) -> Path:
        """Where to write."""
        return Path(self._folder.text().strip())

    def _take(self, folder: Path | None) -> None:
        if folder is not None:
            self._folder.setText(str(folder))

    def _judge(self) -> None:
        self._save.setEnabled(self.form.complete and bool(self._folder.text().strip()))

    def _lay_out(self, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(text(self, words, quiet=True))
        layout.addSpacing(8)
        layout.addWidget(self._scrolled, 1)
        layout.addSpacing(8)
        layout.addWidget(label_of(self._folder, tr("&Folder"), self))
        layout.addLayout(row_of(self._folder, self.choose))
        layout.addWidget(self.buttons)
        self._show_whole()

    def _show_whole(self) -> None:
        show_whole(self, self._scrolled, width=_WIDTH)
