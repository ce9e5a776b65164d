"""What the actions about the report of an image do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.report.wishes import options_of
from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.look.export import Exporter
    from desktop.look.presenter import LookPresenter
    from desktop.report.reports import Reports
    from desktop.shell.actions import Handler
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore


class ReportCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    presenter : LookPresenter
        Knows what is on the screen.
    exporter, reports
        Save a report, and show one.
    settings : SettingsStore
        Remembers its options and the folder.
    dialogs : Dialogs
        Asks the user.
    """

    def __init__(
        self,
        presenter: LookPresenter,
        *,
        exporter: Exporter,
        reports: Reports,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._exporter = exporter
        self._reports = reports
        self._settings = settings
        self._dialogs = dialogs

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf({"save_report": self._save, "preview_report": self._preview})

    def _save(self) -> None:
        shown = self._presenter.shown()
        if shown is None:
            return
        current = self._settings.current
        path = self._dialogs.pdf(str(Path(current.folder) / shown.report_name))
        if path is not None:
            self._exporter.save_report(shown, path, options=options_of(current))

    def _preview(self) -> None:
        from desktop.look.report import report_job

        shown = self._presenter.shown()
        if shown is not None:
            show = partial(self._reports.open, report_job(shown))
            self._exporter.noting.before([shown.leaving], how="report", then=show)
