"""Opens previews of reports, and their options; a window in which nobody does has none of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.shell.background import Background, named

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.report.job import ReportJob
    from desktop.report.options_dialog import OptionsDialog
    from desktop.report.preview import Preview
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore


class Reports(QObject):
    """Shows one report at a time.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    settings : SettingsStore
        Remembers the options.
    dialogs : Dialogs
        Asks the user for files and printers.
    """

    said = Signal(str)
    """A sentence about what was done."""

    def __init__(self, window: QWidget, *, settings: SettingsStore, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.dialogs = dialogs
        self._background = Background(self, threads=1)
        self.preview: Preview | None = None
        self.options_dialog: OptionsDialog | None = None

    def open(self, job: ReportJob) -> None:
        """Show a report."""
        from desktop.report.preview import Preview
        from desktop.report.preview_dialog import PreviewDialog

        dialog = PreviewDialog(job.title, [one.words for one in job.choices], self._window)
        preview = self.preview = Preview(
            dialog,
            job,
            background=self._background,
            settings=self._settings,
            dialogs=self.dialogs,
        )
        preview.said.connect(self.said)
        dialog.options.clicked.connect(partial(self._ask_for_options, preview, job))
        dialog.finished.connect(partial(self._forget, preview))
        dialog.open()
        preview.make()

    def close(self) -> None:
        """Finish what is being written, and drop what waits."""
        self._background.close()

    def _forget(self, preview: Preview, _: int) -> None:
        self.preview = None
        preview.dialog.deleteLater()

    def _ask_for_options(self, preview: Preview, job: ReportJob) -> None:
        from desktop.report.options_dialog import OptionsDialog

        dialog = self.options_dialog = OptionsDialog(
            preview.options, of_case=job.of_case, parent=preview.dialog
        )
        dialog.hold(self._settings.policy.fixed)
        dialog.logo_wanted.connect(partial(self._choose_logo, dialog))
        dialog.accepted.connect(partial(self._use_options, preview, dialog))
        dialog.finished.connect(partial(self._forget_options, dialog))
        dialog.open()

    def _use_options(self, preview: Preview, dialog: OptionsDialog) -> None:
        from desktop.report.wishes import remember

        remember(self._settings, dialog.options)
        preview.use(dialog.options)

    def _forget_options(self, dialog: OptionsDialog, _: int) -> None:
        self.options_dialog = None
        dialog.deleteLater()

    def _choose_logo(self, dialog: OptionsDialog) -> None:
        from core.report.originals import read_logo

        chosen = self.dialogs.logo(self._settings.current.folder)
        if chosen is not None:
            self._background.run(
                lambda: read_logo(chosen),
                done=lambda _: self._take_logo(dialog, chosen),
                failed=partial(self._refuse_logo, dialog),
            )

    def _take_logo(self, dialog: OptionsDialog, path: Path) -> None:
        if dialog is self.options_dialog:
            dialog.use_logo(path)

    def _refuse_logo(self, dialog: OptionsDialog, error: Exception) -> None:

        error = named(error)
        if dialog is self.options_dialog:
            dialog.show_error(error.message)
