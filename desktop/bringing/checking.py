"""Looks at all parts of an atlas, lists what is wrong, and rescues what can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.bringing.building import BUSY
from desktop.language.words import count, tr
from desktop.shell.background import Background, named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.atlas.check import Problem
    from desktop.bringing.found import Found
    from desktop.bringing.progress_dialog import ProgressDialog
    from desktop.shell.dialogs import Dialogs
    from desktop.similar.shelf import AtlasShelf

_OFTEN: Final = 50
"""Images after which progress is told."""


class Checking(QObject):
    """Checks one atlas at a time, in a thread of its own: reading all images takes a while.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    shelf : AtlasShelf
        Whose atlas is checked, and what takes the rescued one.
    found : Found
        Shows what is wrong.
    dialogs : Dialogs
        Asks where to write.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""
    _progressed = Signal(int, int)

    def __init__(
        self, window: QWidget, *, shelf: AtlasShelf, found: Found, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self.dialog: ProgressDialog | None = None
        self._window = window
        self._shelf = shelf
        self._found = found
        self._dialogs = dialogs
        self._thread: Background | None = None
        self._enough = Event()
        self._progressed.connect(self._show_progress)
        shelf.damaged.connect(self.check)

    def ask(self) -> None:
        """Check the atlas in use, or the one that could not be opened; else ask for one."""
        folder = self._shelf.folder or self._dialogs.folder(tr("Choose the folder of an atlas"), "")
        if folder is not None:
            self.check(folder)

    def check(self, folder: Path) -> None:
        """Look at all of an atlas, and show what is wrong."""
        if self.dialog is not None:
            self.said.emit(tr(BUSY))
            return
        self._show_dialog(folder)
        self._enough = Event()
        work = partial(_problems, folder, tell=self._progressed.emit, enough=self._enough)
        self._run(work, done=partial(self._came, folder))

    def close(self) -> None:
        """End what runs."""
        self._enough.set()
        if self._thread is not None:
            self._thread.close()
        self._hide()

    def _run(
        self,
        work: Callable[[], Sequence[Problem] | None],
        *,
        done: Callable[[Sequence[Problem] | None], None],
    ) -> None:
        if self._thread is None:
            self._thread = Background(self, threads=1)
        self._thread.run(work, done=done, failed=self._failed)

    def _show_dialog(self, folder: Path) -> None:
        from desktop.bringing.progress_dialog import ProgressDialog  # not needed at the start

        words = tr("Checking the atlas in {name}.", name=folder.name)
        dialog = self.dialog = ProgressDialog(tr("Checking an atlas"), words, self._window)
        dialog.pause.hide()
        dialog.rejected.connect(self._enough_of_it)
        dialog.show()

    def _enough_of_it(self) -> None:
        self._enough.set()

    def _show_progress(self, done: int, total: int) -> None:
        if self.dialog is not None:
            words = tr("{done:,} of {total:,} images", done=done, total=total)
            self.dialog.show_progress(words, done, total)

    def _came(self, folder: Path, problems: Sequence[Problem] | None) -> None:
        self._hide()
        if problems is None:
            return  # the user had enough of it
        if not problems:
            self.mentioned.emit(tr("Nothing is wrong with the atlas."))
            return
        from core.atlas.remarks import remarks_on

        dialog = self._found.show_list(
            tr("What is wrong with the atlas"),
            _sentence(folder, problems),
            remarks_on(problems),
        )
        dialog.rescue.setVisible(_beyond_images(problems))
        dialog.rescue.clicked.connect(partial(self._rescue, folder))

    def _rescue(self, folder: Path) -> None:
        into = self._dialogs.folder(
            tr("Choose an empty folder for what can be read"), str(folder.parent)
        )
        if into is not None:
            self._run(partial(_rescued, folder, into), done=lambda _: self._opened(into))

    def _opened(self, into: Path) -> None:
        if self._found.dialog is not None:
            self._found.dialog.accept()
        self._shelf.choose(into)
        self.mentioned.emit(tr("What could be read is an atlas of its own, and in use."))

    def _failed(self, error: Exception) -> None:
        self._hide()
        error = named(error)
        self.said.emit(error.message)

    def _hide(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.rejected.disconnect(self._enough_of_it)
            dialog.close()
            dialog.deleteLater()


def _sentence(folder: Path, problems: Sequence[Problem]) -> str:
    words = count(
        "{n:,} thing is wrong with the atlas in “{folder}”.",
        "{n:,} things are wrong with the atlas in “{folder}”.",
        n=len(problems),
        folder=folder.name,
    )
    if _beyond_images(problems):
        more = tr(
            "It is not opened as it is, because a diagnosis may have changed. What can be read of "
            "it can be written into another folder, which is opened then."
        )
    else:
        more = tr("All other images can be browsed.")
    return f"{words} {more}"


def _beyond_images(problems: Sequence[Problem]) -> bool:
    """Whether the atlas itself is damaged, and not only images are missing."""
    from core.atlas.check import Flaw

    images = {Flaw.IMAGE_MISSING, Flaw.IMAGE_CHANGED, Flaw.IMAGE_UNREADABLE}
    return any(one.flaw not in images for one in problems)


def _problems(
    folder: Path, *, tell: Callable[[int, int], None], enough: Event
) -> Sequence[Problem] | None:
    """In a thread: look at everything; None where it was enough before the end."""
    from core.atlas.check import check_images, examine

    found = examine(folder)
    total = len(found.items)
    problems = list(found.problems)

    def progress(done: int) -> None:
        if enough.is_set():
            raise _Enough
        if done % _OFTEN == 0 or done == total:
            tell(done, total)

    try:
        problems += check_images(found.items, progress=progress)
    except _Enough:
        return None
    return problems


def _rescued(folder: Path, into: Path) -> Sequence[Problem]:
    """In a thread: write what can be read."""
    from core.atlas.check import rescue

    return rescue(folder, into=into).problems


class _Enough(Exception):  # no error: the user's wish
    """The user has ended the work."""
