"""The dialog about collections: what the chosen images are in, and what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
)

from desktop.language.words import mark, tr
from desktop.learning.profile_chooser import ProfileChooser
from desktop.shell.dialog_parts import dialog_button, row_of
from desktop.shell.parts import MARGIN, plain_label, show_words, text
from desktop.shell.scrolled import resize_within_screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from desktop.atlas.collections_model import CollectionsModel

_SIZE: Final = QSize(480, 480)
_LETTERS: Final = 200  # of a name
_CHOSEN: Final = mark("Tick the collections in which {images} shall be. The atlas stays as it is.")
_NONE_CHOSEN: Final = mark(
    "No images are chosen, so none can be put into a collection now; choose some in the grid. "
    "A collection is chosen to be seen above the grid."
)
_EMPTY: Final = mark("There is none yet: name one below.")


class CollectionsDialog(QDialog):
    """Shows a `CollectionsModel`; what is done in it is kept at once.

    Parameters
    ----------
    model : CollectionsModel
        The collections.
    images : str
        The chosen images, in words.
    parent : QWidget
        As for any widget.
    """

    added = Signal(str)
    """Name of a collection that is to be begun."""
    unwanted = Signal(object)
    """A collection that is to be deleted."""

    def __init__(self, model: CollectionsModel, *, images: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Collections"))
        self.model = model
        chosen = tr(_CHOSEN, images=images) if model.chosen else tr(_NONE_CHOSEN)
        self._about = text(self, chosen, quiet=True)
        self.chooser = ProfileChooser(self)
        self.view = QListView(self)
        self.view.setModel(model)
        self.view.setAccessibleName(tr("Collections"))
        self.view.setProperty("kind", "rows")
        self.empty = text(self, tr(_EMPTY), quiet=True)
        self.rename = self._button(tr("&Rename"), self._rename)
        self.delete = self._button(tr("&Delete…"), self._delete)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(tr("Name of a new collection"))
        self.name.setMaxLength(_LETTERS)
        self.add = self._button(tr("&Add"), self._add)
        self.remark = text(self)
        self.name.textChanged.connect(lambda _: self._judge())
        self.name.returnPressed.connect(self._add)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._judge())
        model.modelReset.connect(self._judge)
        self._lay_out()
        self._judge()

    def show_remark(self, words: str) -> None:
        """Say why something could not be done; nothing where all is well."""
        show_words(self.remark, words)

    def keep_current(self, row: int) -> None:
        """Have a row be the current one after others were shown, or the first."""
        if len(self.model):
            self.view.setCurrentIndex(self.model.index(min(max(row, 0), len(self.model) - 1)))

    def take_name(self, names: Iterable[str]) -> None:
        """Empty the line for a new name once there is one of this name."""
        if " ".join(self.name.text().split()) in set(names):
            self.name.clear()

    def _rename(self) -> None:
        self.view.edit(self.view.currentIndex())

    def _delete(self) -> None:
        self.unwanted.emit(self.model[self.view.currentIndex().row()].collection)

    def _add(self) -> None:
        if self.name.text().strip():
            self.added.emit(self.name.text())

    def _judge(self) -> None:
        """Offer only what can be done."""
        current = self.view.currentIndex().isValid()
        self.rename.setEnabled(current)
        self.delete.setEnabled(current)
        self.add.setEnabled(bool(self.name.text().strip()))
        self.view.setVisible(bool(len(self.model)))
        self.empty.setVisible(not len(self.model))

    def _button(self, words: str, pressed: object) -> QPushButton:
        button = dialog_button(self, words)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self._about)
        layout.addWidget(self.chooser)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        changing = QHBoxLayout()
        changing.setSpacing(8)
        changing.addWidget(self.rename)
        changing.addWidget(self.delete)
        changing.addStretch(1)
        layout.addLayout(changing)
        layout.addSpacing(8)
        label = plain_label(self, tr("&New collection"))
        label.setBuddy(self.name)
        layout.addWidget(label)
        layout.addLayout(row_of(self.name, self.add))
        layout.addWidget(self.remark)
        self.remark.hide()
        layout.addSpacing(8)
        layout.addWidget(self._closing())
        resize_within_screen(self, _SIZE)

    def _closing(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close, self)
        buttons.button(kinds.Close).setIcon(QIcon())
        buttons.button(kinds.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons
