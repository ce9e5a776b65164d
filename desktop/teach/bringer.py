"""Brings in a package: looks into it, shows what is inside, and makes an atlas of it."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from core.errors import LentigoError
from core.learning.package.inspecting import Inspected, inspect_package
from core.learning.package.unpacking import Unpacked, unpack
from desktop.language.words import tr
from desktop.shell.background import named
from desktop.teach.folders import free_folder
from desktop.teach.unpack_dialog import UnpackDialog
from desktop.teach.words import brought_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from core.atlas import Atlas
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.teach.work import Work


class _Wanted(NamedTuple):
    """A package, and the atlases that may have images which were left out of it."""

    found: Inspected
    atlases: Sequence[Atlas]


class Bringer(QObject):
    """One package at a time; what comes meanwhile is shown after it.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.
    work : Work
        Unpacks.
    background : Background
        Where a package is looked into.
    dialogs : Dialogs
        Asks for another folder.
    """

    said = Signal(str)
    """Why a package cannot be brought in."""
    brought = Signal(object, str)
    """What was brought in, and what is to be said of it."""

    def __init__(
        self, window: QWidget, *, work: Work, background: Background, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self.dialog: UnpackDialog | None = None
        self._window = window
        self._work = work
        self._background = background
        self._dialogs = dialogs
        self._waiting: deque[_Wanted] = deque()
        work.progressed.connect(self._show_progress)

    def look_into(self, path: Path, *, atlases: Sequence[Atlas]) -> None:
        """Open a package, and ask whether it is to be brought in.

        Parameters
        ----------
        path : Path
            The package.
        atlases : sequence of Atlas
            That may have images which were left out.
        """
        self._background.run(
            partial(inspect_package, path, atlases=atlases),
            done=lambda found: self._queue(_Wanted(found, atlases)),
            failed=self._refuse,
        )

    def _queue(self, wanted: _Wanted) -> None:
        """Show it now or after the others; who drops a file twice means it once."""
        if wanted.found.sha256 not in {one.found.sha256 for one in self._waiting}:
            self._waiting.append(wanted)
            if self.dialog is None:
                self._ask(wanted.found)

    def _ask(self, found: Inspected) -> None:
        dialog = self.dialog = UnpackDialog(
            found,
            folder=free_folder(found.manifest.name),
            ask_folder=lambda at: self._dialogs.folder(tr("Choose an empty folder"), at),
            parent=self._window,
        )
        dialog.wanted.connect(partial(self._bring, found))
        dialog.stopped.connect(self._work.stop)
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: UnpackDialog, _: int) -> None:
        self.dialog = None
        dialog.deleteLater()
        self._waiting.popleft()
        if self._waiting:
            self._ask(self._waiting[0].found)

    def _bring(self, found: Inspected) -> None:
        if self.dialog is None:
            return
        folder, sha256 = self.dialog.folder, self.dialog.sha256
        atlases = self._waiting[0].atlases
        self.dialog.show_remark("")
        self.dialog.show_work(len(found.manifest.items))
        self._work.run(
            lambda tell: unpack(
                found.path,
                folder,
                atlases=atlases,
                sha256=sha256 or found.sha256,  # it may have been changed since it was shown
                progress=tell,
            ),
            done=self._came,
            failed=self._not_brought,
        )

    def _show_progress(self, done: int) -> None:
        if self.dialog is not None:
            self.dialog.bar.setValue(done)

    def _came(self, brought: Unpacked) -> None:
        described = brought.atlas.description
        words = brought_words(described.name, images=described.images, missing=len(brought.missing))
        if self.dialog is not None:
            self.dialog.show_work(None)
            self.dialog.accept()
        self.brought.emit(brought, words)

    def _not_brought(self, error: LentigoError) -> None:
        if self.dialog is not None:
            self.dialog.show_work(None)
            self.dialog.show_remark(error.message)

    def _refuse(self, error: Exception) -> None:
        error = named(error)
        self.said.emit(error.message)
