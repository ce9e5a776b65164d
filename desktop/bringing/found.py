"""Shows what building or checking an atlas has found, and saves the list of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.language.words import count, tr
from desktop.shell.background import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.atlas import Atlas
    from core.atlas.remarks import Remark
    from desktop.bringing.remarks_dialog import RemarksDialog
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.similar.shelf import AtlasShelf


class Found(QObject):
    """One list at a time.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.
    shelf : AtlasShelf
        Whose atlas it is asked about.
    background, dialogs
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(
        self, window: QWidget, *, shelf: AtlasShelf, background: Background, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self.dialog: RemarksDialog | None = None
        self._window = window
        self._shelf = shelf
        self._background = background
        self._dialogs = dialogs

    def ask(self) -> None:
        """Show what building the atlas in use has found."""
        atlas = self._shelf.atlas
        if atlas is None:
            self.said.emit(tr("Open an atlas first."))
        else:
            self._read(partial(_remarks_of, atlas), name=atlas.description.name, always=True)

    def tell(self, folder: Path) -> None:
        """Show what building the atlas of a folder has found, if there is anything."""
        self._read(partial(_remarks_in, folder), name=folder.name, always=False)

    def show_list(
        self, title: str, words: str, remarks: Sequence[Remark], *, aside: bool = False
    ) -> RemarksDialog:
        """Show some remarks, perhaps without taking the keyboard; return the dialog."""
        from desktop.bringing.remarks_dialog import RemarksDialog

        if self.dialog is not None:
            self.dialog.reject()
        dialog = self.dialog = RemarksDialog(title, words, remarks, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, aside)
        dialog.save.clicked.connect(partial(self._save, dialog))
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.show()
        return dialog

    def _read(self, read: Callable[[], list[Remark]], *, name: str, always: bool) -> None:
        self._background.run(
            read, done=partial(self._came, name, always=always), failed=self._failed
        )

    def _came(self, name: str, remarks: Sequence[Remark], *, always: bool) -> None:
        if remarks:
            words = count(
                "Building the atlas “{name}” has found {n:,} thing to know. Nothing was removed.",
                "Building the atlas “{name}” has found {n:,} things to know. Nothing was removed.",
                n=len(remarks),
                name=name,
            )
            self.show_list(tr("What was found"), words, remarks, aside=not always)
        elif always:
            self.mentioned.emit(tr("Nothing was left out, and nothing contradicts itself."))

    def _failed(self, error: Exception) -> None:
        error = named(error)
        self.said.emit(error.message)

    def _save(self, dialog: RemarksDialog) -> None:
        from core.atlas.remarks import remarks_csv

        path = self._dialogs.csv("atlas-remarks.csv")
        if path is not None:
            self._background.run(
                partial(_write, path, remarks_csv(dialog.model.every)),
                done=lambda _: self.mentioned.emit(tr("Saved {name}.", name=path.name)),
                failed=self._failed,
            )

    def _forget(self, dialog: RemarksDialog, _: int) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()


def _remarks_of(atlas: Atlas) -> list[Remark]:
    from core.atlas.remarks import remarks_of

    return remarks_of(atlas)


def _remarks_in(folder: Path) -> list[Remark]:
    from core.atlas import Atlas

    return _remarks_of(Atlas.open(folder))


def _write(path: Path, data: bytes) -> None:
    from core.files import write_whole

    write_whole(path, data)
