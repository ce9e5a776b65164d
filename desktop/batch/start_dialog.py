"""Asks what a batch is about: folders, the table, heat maps, and in what numbers it is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.batch.job import BatchJob
from core.errors import UsageError
from desktop.batch.precision import about_words, choice_words
from desktop.cases.new_dialog import save_or_cancel
from desktop.language.words import mark, tr
from desktop.shell.dialog_parts import dialog_button, row_of
from desktop.shell.parts import MARGIN, inset, label_of, plain_label, text
from desktop.shell.scrolled import Scrolled, resize_within_screen

if TYPE_CHECKING:
    from core.model.precision import LowerPrecision

_WIDTH: Final = 560
_NEW: Final = mark("The table is made, and grows by a row for each image.")
_THERE: Final = mark("This table is there: images that have their row are not analysed again.")

Ask = Callable[[str], Path | None]
"""Asks for a path, where one was proposed; None if the user thinks better of it."""


class StartDialog(QDialog):
    """The dialog; `job` is to be asked for once it is accepted.

    Parameters
    ----------
    folders : sequence of Path
        What is walked.
    reading : str
        How answers will be read.
    offered : LowerPrecision, optional
        In which images could be computed faster.
    ask_table, ask_folder : callable
        Ask for the table, and for the folder of heat maps.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        *,
        reading: str,
        offered: LowerPrecision | None = None,
        ask_table: Ask,
        ask_folder: Ask,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New batch"))
        self._folders = tuple(folders)
        first = self._folders[0]
        proposed = first.parent / f"{first.name or 'images'}-findings"
        self.table = _path(self, tr("Table"), proposed.with_name(f"{proposed.name}.csv"))
        self.maps_wanted = QCheckBox(tr("&Heat maps too, as pictures in this folder"), self)
        self.maps = _path(self, tr("Folder of heat maps"), proposed.with_name(f"{first.name}-maps"))
        self.choose_table = _chooser(self, self.table, ask_table, tr("Choose the table"))
        self.choose_maps = _chooser(
            self, self.maps, ask_folder, tr("Choose the folder of heat maps")
        )
        self.faster = QCheckBox("" if offered is None else choice_words(offered), self)
        self.faster_remark = text(self, "" if offered is None else about_words(offered), quiet=True)
        for widget in (self.faster, self.faster_remark):
            widget.setVisible(offered is not None)
        self.remark = text(self, quiet=True)
        self.buttons = save_or_cancel(self)
        self._start = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self._start.setText(tr("&Start"))
        self._lay_out(reading)
        for signal in (self.table.textChanged, self.maps.textChanged, self.maps_wanted.toggled):
            signal.connect(lambda _: self._judge())
        self._judge()
        self._start.setFocus()

    @property
    def job(self) -> BatchJob:
        """What is wanted."""
        maps = Path(self.maps.text()) if self.maps_wanted.isChecked() else None
        return BatchJob(self._folders, Path(self.table.text()), maps)

    @property
    def quick(self) -> bool:
        """Whether lower precision is wanted, and possible."""
        return self.faster.isEnabled() and self.faster.isChecked()

    def _judge(self) -> None:
        """Only what can be begun can be accepted; say why it cannot."""
        for widget in (self.maps, self.choose_maps):
            widget.setEnabled(self.maps_wanted.isChecked())
        self.faster.setEnabled(not self.maps_wanted.isChecked())
        try:
            self.job.require_usable()
        except UsageError as error:
            self._remark(error.message, usable=False)
        else:
            named = bool(self.table.text().strip()) and not self.job.table.is_dir()
            words = _THERE if self.job.table.exists() else _NEW
            self._remark(tr(words) if named else tr("Name a file for the table."), usable=named)

    def _remark(self, words: str, *, usable: bool) -> None:
        self.remark.setText(words)
        self._start.setEnabled(usable)

    def _lay_out(self, reading: str) -> None:
        """Let the form scroll on a low screen; the buttons stay in sight."""
        form = QWidget(self)
        rows = QVBoxLayout(form)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        rows.setSpacing(8)
        self._fill(rows, reading)
        rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, MARGIN)
        layout.addWidget(Scrolled(form, self), 1)
        layout.addLayout(inset(self.buttons))
        height = form.heightForWidth(_WIDTH) + self.buttons.sizeHint().height() + 3 * MARGIN
        resize_within_screen(self, QSize(_WIDTH, height))

    def _fill(self, rows: QVBoxLayout, reading: str) -> None:
        rows.addWidget(plain_label(self, tr("Images in")))
        rows.addWidget(text(self, "\n".join(str(folder) for folder in self._folders)))
        rows.addSpacing(8)
        rows.addWidget(label_of(self.table, tr("&Table"), self))
        rows.addLayout(row_of(self.table, self.choose_table))
        rows.addWidget(self.remark)
        rows.addSpacing(8)
        rows.addWidget(self.maps_wanted)
        rows.addLayout(row_of(self.maps, self.choose_maps))
        rows.addSpacing(8)
        if self.faster.isVisibleTo(self):
            rows.addWidget(self.faster)
            rows.addWidget(self.faster_remark)
            rows.addSpacing(8)
        rows.addWidget(text(self, reading, quiet=True))


def _path(parent: QWidget, name: str, path: Path) -> QLineEdit:
    edit = QLineEdit(str(path), parent)
    edit.setAccessibleName(name)
    return edit


def _chooser(parent: QWidget, edit: QLineEdit, ask: Ask, name: str) -> QPushButton:
    def choose() -> None:
        path = ask(edit.text())
        if path is not None:
            edit.setText(str(path))

    button = dialog_button(parent, tr("Choose…"), name=name)
    button.clicked.connect(choose)
    return button
