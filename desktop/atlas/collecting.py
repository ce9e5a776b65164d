"""Opens the dialog about collections, and keeps what the user wants of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.atlas.collections_dialog import CollectionsDialog
from desktop.atlas.collections_model import CollectionRow, CollectionsModel
from desktop.atlas.marking import marks_finder
from desktop.cases.deletion import Deletion
from desktop.cases.remover import DeleteDialog
from desktop.language.words import tr
from desktop.learning.profile_chooser import join
from desktop.look.words import images_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from core.atlas import Atlas
    from core.learning.store.records import Collection
    from desktop.atlas.marked_items import MarkedItems
    from desktop.learning.marks import Marks


class Collecting(QObject):
    """One dialog, while it is open.

    Parameters
    ----------
    parent : QWidget
        In whose window the dialog stands.
    atlas : Atlas
        Whose images are put together.
    numbers : sequence of int
        The chosen items.
    items : MarkedItems
        What is in which collection.
    marks : Marks
        Keeps what is changed.

    Attributes
    ----------
    dialog : CollectionsDialog
        The dialog.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        atlas: Atlas,
        numbers: Sequence[int],
        items: MarkedItems,
        marks: Marks,
    ) -> None:
        super().__init__(parent)
        self._numbers = frozenset(numbers)
        self._find = marks_finder(atlas, numbers)
        self._items = items
        self._marks = marks
        self._profiles = marks.profiles
        self.model = CollectionsModel(len(self._numbers), self)
        self.dialog = CollectionsDialog(
            self.model, images=images_words(len(self._numbers)), parent=parent.window()
        )
        self.deleting: DeleteDialog | None = None
        join(self.dialog.chooser, self._profiles)
        self.model.ticked.connect(self._tick)
        self.model.renamed.connect(self._rename)
        self.dialog.added.connect(self._add)
        self.dialog.unwanted.connect(self._ask)
        items.changed.connect(self._show)
        self._profiles.changed.connect(self._show)
        marks.said.connect(self._refuse)
        self._show()
        self.dialog.open()
        (self.dialog.view if len(self.model) else self.dialog.name).setFocus()

    def _show(self) -> None:
        row, rows = self.dialog.view.currentIndex().row(), tuple(self._rows())
        self.dialog.chooser.setVisible(len(self._profiles.everybody) > 1)
        self.dialog.show_remark("")
        self.model.show(rows)
        self.dialog.keep_current(row)
        self.dialog.take_name(one.collection.name for one in rows)

    def _rows(self) -> Iterator[CollectionRow]:
        for one in self._items.collections:
            held = len(one.ids & self._numbers)
            yield CollectionRow(one.collection, len(one.ids), one.elsewhere, held)

    def _tick(self, collection: Collection, wanted: bool) -> None:  # noqa: FBT001  # a signal's
        self._marks.collect(collection, self._find, wanted=wanted)

    def _rename(self, collection: Collection, name: str) -> None:
        self._marks.rename(collection, name)

    def _add(self, name: str) -> None:
        self._marks.add(name, self._find)

    def _refuse(self, words: str) -> None:
        self.dialog.show_remark(words)

    def _ask(self, collection: Collection) -> None:
        question = tr("Delete the collection “{name}”?", name=collection.name)
        words = tr("Its images stay in the atlas, and in other collections.")
        deletion = Deletion(collection, question, words)
        dialog = self.deleting = DeleteDialog(deletion, self.dialog)
        dialog.delete.clicked.connect(partial(self._marks.remove, collection))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
