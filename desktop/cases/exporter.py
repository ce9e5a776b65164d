"""Has a selection of cases written as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.cases.audit.acts import Act
from desktop.cases.export_dialog import ExportDialog
from desktop.language.words import tr
from desktop.look.words import lesions_words
from desktop.shell.background import named
from desktop.shell.days import current_day

if TYPE_CHECKING:
    from core.cases.conditions import LesionQuery
    from core.cases.selection import SelectedRow
    from core.cases.store import CaseStore
    from desktop.cases.browser import Browser
    from desktop.cases.desk import CaseDesk
    from desktop.cases.filters import Filters
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs


class CaseExporter(QObject):
    """Asks what to export, reads it and writes the file.

    Parameters
    ----------
    browser : Browser
        What is chosen and what was found.
    desk : CaseDesk
        Reads it.
    background : Background
        Writes it.
    dialogs : Dialogs
        Asks for the file.
    """

    said = Signal(str)
    """A sentence about what was done."""
    failed = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self, browser: Browser, *, desk: CaseDesk, background: Background, dialogs: Dialogs
    ) -> None:
        super().__init__(browser)
        self._browser = browser
        self._desk = desk
        self._background = background
        self._dialogs = dialogs
        self.dialog: ExportDialog | None = None

    def ask(self) -> None:
        """Ask what is to be exported."""
        browser = self._browser
        dialog = self.dialog = ExportDialog(
            chosen=len(browser.view.chosen), found=browser.lesions.total, parent=browser.window()
        )
        dialog.accepted.connect(partial(self._accepted, dialog))
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: ExportDialog, _: int) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _accepted(self, dialog: ExportDialog) -> None:
        path = self._dialogs.table(f"cases.{dialog.kind}")
        if path is None:
            return
        rows = self._browser.view.chosen if dialog.only_chosen.isChecked() else ()
        today = current_day()
        read = partial(
            _read,
            filters=self._browser.filters,
            lesion_ids=tuple(row.lesion_id for row in rows),
            today=today,
        )
        identifying = dialog.identifying.isChecked()
        self._desk.ask(
            read,
            done=partial(self._write, path=path, identifying=identifying),
            failed=self._not_done,
        )

    def _write(self, rows: list[SelectedRow], *, path: Path, identifying: bool) -> None:
        self._background.run(
            lambda: _write(rows, path=path, identifying=identifying),
            done=lambda _: self._written(rows, path),
            failed=self._not_done,
        )

    def _written(self, rows: list[SelectedRow], path: Path) -> None:
        lesions = len({row.lesion_id for row in rows})
        words = lesions_words(lesions)
        self.said.emit(tr("Saved {lesions} as {name}.", lesions=words, name=path.name))

    def _not_done(self, error: Exception) -> None:
        error = named(error)
        self.failed.emit(error.message)


def _read(
    store: CaseStore, *, filters: Filters, lesion_ids: tuple[str, ...], today: date
) -> list[SelectedRow]:
    query: LesionQuery = filters.query(today=today)
    rows = store.selected(replace(query, lesion_ids=lesion_ids))
    lesions = len({row.lesion_id for row in rows})
    store.audit.note(Act.EXPORTED, "selection", details=f"{lesions} lesions")
    return rows


def _write(rows: list[SelectedRow], *, path: Path, identifying: bool) -> None:
    from core.files import write_whole
    from core.report.selection_table import selection_table
    from core.report.table_kind import kind_of

    write_whole(path, selection_table(rows, kind_of(path), identifying=identifying))
