"""Asks what an atlas is to be made of, shows how far it is, and puts it to use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QPushButton, QWidget

from desktop.language.words import mark, tr
from desktop.shell.parts import text
from desktop.similar.builder import AtlasBuilder, command, starter_command, starter_folder

if TYPE_CHECKING:
    from desktop.engine.bridge import EngineBridge
    from desktop.shell.dialogs import Dialogs
    from desktop.similar.shelf import AtlasShelf

_IMAGES: Final = mark("Choose labelled images: a folder for each class, a table, or HAM10000")
_ATLAS: Final = mark("Choose an empty folder for the atlas, or one that was begun")
_STOPPED: Final = mark("The atlas is not finished. What is done is kept: build it again to go on.")
_BUSY: Final = mark("An atlas is being built already.")


class AtlasBuilding(QObject):
    """The way from the menu's entry to an atlas in use.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    shelf : AtlasShelf
        Takes the atlas.
    engine : EngineBridge
        Knows which model is wanted, and on what.
    dialogs : Dialogs
        Asks the user.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self, window: QWidget, *, shelf: AtlasShelf, engine: EngineBridge, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shelf = shelf
        self._engine = engine
        self._dialogs = dialogs
        self.builder = AtlasBuilder(self)
        self.dialog: QProgressDialog | None = None
        self._name = ""
        self.builder.progressed.connect(self._show_progress)
        self.builder.finished.connect(self._finish)
        self.builder.failed.connect(self._say)
        self.builder.stopped.connect(lambda: self._say(tr(_STOPPED)))

    def ask(self) -> None:
        """Ask for both folders, and begin."""
        if self.builder.busy:
            self.said.emit(tr(_BUSY))
            return
        data = self._dialogs.folder(tr(_IMAGES), "")
        out = self._dialogs.folder(tr(_ATLAS), "") if data is not None else None
        if data is not None and out is not None:
            self._begin(data, out)

    def draw_starter(self) -> None:
        """Draw the atlas that is there before anybody has images, or open it again."""
        if self.builder.busy:
            self.said.emit(tr(_BUSY))
            return
        from core.atlas.description import FILE

        out = starter_folder()
        if (out / FILE).exists():
            self._shelf.choose(out)
            return
        self._show_dialog(tr("drawings"))
        program, arguments = starter_command(out)
        self.builder.build(program, arguments, out=out)

    def close(self) -> None:
        """Stop without a word: the window closes."""
        self.builder.close()
        self._hide()

    def _begin(self, data: Path, out: Path) -> None:
        self._show_dialog(data.name)
        program, arguments = command(data, out, self._engine.request)
        self.builder.build(program, arguments, out=out)

    def _show_dialog(self, name: str) -> None:
        dialog = self.dialog = QProgressDialog(self._window)
        stop, bar = QPushButton(tr("Stop")), QProgressBar()
        stop.setIcon(QIcon())
        bar.setTextVisible(False)
        label = text(dialog)
        label.setContentsMargins(8, 8, 8, 8)
        dialog.setLabel(label)
        dialog.setBar(bar)
        dialog.setCancelButton(stop)
        dialog.setRange(0, 0)
        self._name = name
        dialog.setLabelText(_words(tr("Building an atlas of {name}.", name=name)))
        dialog.setWindowTitle(tr("Building an atlas"))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumWidth(400)
        dialog.canceled.connect(self.builder.stop)
        dialog.show()

    def _show_progress(self, done: int, total: int) -> None:
        if self.dialog is not None:
            self.dialog.setMaximum(total)
            self.dialog.setValue(done)
            self.dialog.setLabelText(
                _words(
                    tr(
                        "Building an atlas of {name}: {done:,} of {total:,} images.",
                        name=self._name,
                        done=done,
                        total=total,
                    )
                )
            )

    def _finish(self, folder: Path, remark: str) -> None:
        self._hide()
        self._shelf.choose(folder)
        ready = tr("The atlas is ready and in use.")
        self.said.emit(f"{ready} {remark.rstrip(':')}".rstrip())

    def _say(self, words: str) -> None:
        self._hide()
        self.said.emit(words)

    def _hide(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.canceled.disconnect()
            dialog.close()
            dialog.deleteLater()


def _words(what: str) -> str:
    return tr("{what}\nYou can go on working meanwhile.", what=what)
