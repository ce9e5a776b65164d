"""Writes what somebody's answers say into files: for a supervisor, or for one's own tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.language.words import tr
from desktop.progress.told import pdf
from desktop.report.wishes import paper_of
from desktop.shell.background import named
from desktop.shell.days import current_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.progress.told import Told
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore

_NAME: Final = "lentigo-progress"


class ProgressExporter(QObject):
    """Asks where to, and writes there: a whole file, or none.

    Parameters
    ----------
    background : Background
        Where it is written; paper is set in a process of its own.
    settings : SettingsStore
        Which paper, and what stands above it.
    dialogs : Dialogs
        Asks the user.
    parent : QObject
        As for any QObject.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(
        self, background: Background, *, settings: SettingsStore, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._settings = settings
        self._dialogs = dialogs

    def save_pdf(self, told: Told, names: Mapping[str, str]) -> None:
        """Write it for a supervisor, with plots."""
        path = self._dialogs.pdf(f"{_NAME}.pdf")
        if path is None:
            return
        current = self._settings.current
        make = partial(
            pdf,
            told,
            dict(names),
            made=current_day(),
            paper=paper_of(current.paper),
            clinic=current.clinic,
        )
        self._write(path, lambda: self._background.aside.run(make))

    def save_csv(self, told: Told) -> None:
        """Write a row for each answer."""
        path = self._dialogs.csv(f"{_NAME}.csv")
        if path is not None:
            self._write(path, partial(_table, told))

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        from core.files import write_whole

        self._background.run(
            lambda: write_whole(path, make()),
            done=lambda _: self.mentioned.emit(tr("Saved as {name}.", name=path.name)),
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        error = named(error)
        self.said.emit(error.message)


def _table(told: Told) -> bytes:
    from core.report.learning_table import learning_csv

    return learning_csv(told.answers, told.scope)
