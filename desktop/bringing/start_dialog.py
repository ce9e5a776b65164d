"""Asks what an atlas is to be made of, and how."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.bringing.column_form import ColumnForm
from desktop.bringing.wish import BuildWish
from desktop.cases.new_dialog import save_or_cancel
from desktop.language.words import tr
from desktop.shell.dialog_parts import dialog_button, row_of
from desktop.shell.parts import MARGIN, label_of, text
from desktop.shell.scrolled import Scrolled, resize_within_screen
from desktop.shell.tab_order import order_tabs

if TYPE_CHECKING:
    from core.datasets.layout import Looked

_WIDTH: Final = 600
_BOX: Final = 20  # device-independent pixels that a tick takes before its words


class StartDialog(QDialog):
    """All widgets; it arranges and does nothing else. `wish` is what is wanted.

    Parameters
    ----------
    wish : BuildWish, optional
        With what the fields begin.
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()
    """Another wish."""

    def __init__(self, wish: BuildWish | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Build an atlas"))
        body = self._body = QWidget(self)
        self.data, self.out = QLineEdit(body), QLineEdit(body)
        self.choose_folder = dialog_button(
            body, tr("&Folder…"), name=tr("Choose a folder of images")
        )
        self.choose_table = dialog_button(body, tr("&Table…"), name=tr("Choose a table of images"))
        self.choose_out = dialog_button(
            body, tr("Choose…"), name=tr("Choose the folder of the atlas")
        )
        self.columns = ColumnForm(body)
        self.copy = QCheckBox(tr("&Copy the images into the atlas"), body)
        self.with_model = QCheckBox(tr("Let similar images be found, with the &model"), body)
        self.about_data, self.about_out = text(body, quiet=True), text(body, quiet=True)
        self.buttons = save_or_cancel(self)
        self._start = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self._start.setText(tr("&Build"))
        self._lay_out()
        self._show_wish(wish)
        for field in (self.data, self.out):
            field.textChanged.connect(lambda _: self.changed.emit())
        self.columns.changed.connect(self.changed)

    @property
    def wish(self) -> BuildWish:
        """What is wanted."""
        return BuildWish(
            data=Path(self.data.text().strip()),
            out=Path(self.out.text().strip()),
            copy=self.copy.isChecked(),
            with_model=self.with_model.isChecked(),
            paths=self.columns.paths,
            labels=self.columns.labels,
        )

    def show_looked(self, looked: Looked | None, words: str) -> None:
        """Show what the images seem to be, or why there is nothing to be brought in."""
        self.about_data.setText(words)
        self.columns.show_table(looked)
        self._grow()

    def show_judged(self, words: str, *, usable: bool) -> None:
        """Show what becomes of the folder, and whether it can be begun."""
        self.about_out.setText(words)
        self._start.setEnabled(usable)
        self._grow()

    def _show_wish(self, wish: BuildWish | None) -> None:
        self.with_model.setChecked(wish is None or wish.with_model)
        if wish is not None:
            self.data.setText(str(wish.data))
            self.out.setText(str(wish.out))
            self.copy.setChecked(wish.copy)
            self.columns.propose(wish.paths, wish.labels)

    def _grow(self) -> None:
        """Be high enough for what is asked now; never lower than before, so that nothing jumps."""
        below = self.buttons.sizeHint().height() + 8 + 2 * MARGIN
        layout = self._body.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(self.width() - 2 * MARGIN) + below
            if needed > self.height():
                resize_within_screen(self, QSize(self.width(), needed))

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(label_of(self.data, tr("&Labelled images"), self._body))
        inner.addLayout(row_of(self.data, self.choose_folder, self.choose_table))
        inner.addWidget(self.about_data)
        inner.addWidget(self.columns)
        inner.addSpacing(8)
        inner.addWidget(self.copy)
        inner.addLayout(_below(self, tr("Else they stay where they are.")))
        inner.addWidget(self.with_model)
        inner.addLayout(_below(self, tr("Without, it takes seconds in place of minutes.")))
        inner.addSpacing(8)
        inner.addWidget(label_of(self.out, tr("Folder of the &atlas"), self._body))
        inner.addLayout(row_of(self.out, self.choose_out))
        inner.addWidget(self.about_out)
        inner.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(Scrolled(self._body, self), 1)
        layout.addWidget(self.buttons)
        order_tabs((self.data, self.choose_folder, self.choose_table))
        order_tabs((self.with_model, self.out, self.choose_out))
        resize_within_screen(self, QSize(_WIDTH, self.sizeHint().height()))


def _below(parent: QWidget, words: str) -> QHBoxLayout:
    """Set words under those of a box above."""
    row = QHBoxLayout()
    row.setContentsMargins(_BOX, 0, 0, 0)
    row.addWidget(text(parent, words, quiet=True))
    return row
