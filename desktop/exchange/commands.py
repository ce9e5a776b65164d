"""What the actions about other systems do."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.language.words import count, tr
from desktop.look.words import images_words
from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from core.cases.suggestions import Suggestions
    from desktop.archive.dialog import ArchiveDialog
    from desktop.archive.presenter import ArchivePresenter
    from desktop.archive.worker import ArchiveWorker
    from desktop.exchange.export_dialog import ExchangeDialog
    from desktop.exchange.form import ExchangeForm
    from desktop.exchange.wish import ExchangeFormat
    from desktop.exchange.work import Item, Outcome
    from desktop.look.file_says import FileSays
    from desktop.look.filmstrip import Filmstrip
    from desktop.look.leaving import Noting
    from desktop.look.session import Session
    from desktop.shell.actions import Handler
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore


class ExchangeCommands(QObject):
    """The handlers of these actions; one dialog is open at a time.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    filmstrip : Filmstrip
        Knows which images are chosen.
    session, background, settings, dialogs
        What they work with.
    noting : Noting
        Keeps a record of what leaves.
    file_says : FileSays
        Knows what the file of an image says.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence about what went well."""
    fetched = Signal(object)
    """Paths of pictures from an archive, to be opened."""

    def __init__(
        self,
        window: QWidget,
        *,
        filmstrip: Filmstrip,
        session: Session,
        background: Background,
        settings: SettingsStore,
        dialogs: Dialogs,
        noting: Noting,
        file_says: FileSays,
    ) -> None:
        super().__init__(window)
        self.dialog: ExchangeDialog | None = None
        self.archive: ArchivePresenter | None = None
        self._worker: ArchiveWorker | None = None
        self._window = window
        self._filmstrip = filmstrip
        self._session = session
        self._background = background
        self._settings = settings
        self._dialogs = dialogs
        self._noting = noting
        self._file_says = file_says

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "export_dicom": self._export_dicom,
                "export_fhir": self._export_fhir,
                "archive": self._open_archive,
            }
        )

    @property
    def items(self) -> list[Item]:
        """The chosen images that have a finding."""
        from desktop.exchange.work import Item

        entries = [self._session.images.get(image) for image in self._filmstrip.chosen_images]
        return [
            Item(
                name=entry.name,
                source=entry.source,
                sha256=entry.sha256,
                dicom=entry.dicom,
                analysis=entry.analysis,
                card=entry.card,
            )
            for entry in entries
            if entry is not None and entry.analysis is not None and entry.card is not None
        ]

    def _export_dicom(self) -> None:
        from desktop.exchange.wish import ExchangeFormat

        self._ask(ExchangeFormat.DICOM)

    def _export_fhir(self) -> None:
        from desktop.exchange.wish import ExchangeFormat

        self._ask(ExchangeFormat.FHIR)

    def _open_archive(self) -> None:
        from core.dicomweb.address import URL
        from desktop.archive.dialog import ArchiveDialog
        from desktop.archive.presenter import ArchivePresenter
        from desktop.archive.worker import ArchiveWorker
        from desktop.policy.applying import hold

        address = self._settings.current.archive or os.environ.get(URL, "")
        dialog = ArchiveDialog(address, self._window)
        hold(dialog.form.address, fixed="archive" in self._settings.policy.fixed)
        if self._worker is None:
            self._worker = ArchiveWorker(self)
        self.archive = ArchivePresenter(
            dialog,
            worker=self._worker,
            items=lambda: self.items,
            settings=self._settings,
            dialogs=self._dialogs,
            noting=self._noting,
            offer_to=self._offer_to,
        )
        self.archive.fetched.connect(self.fetched)
        dialog.finished.connect(partial(self._leave_archive, dialog))
        dialog.open()

    def _leave_archive(self, dialog: ArchiveDialog, _: int) -> None:
        self.archive = None
        dialog.deleteLater()

    def close(self) -> None:
        """Wait no longer for an archive."""
        if self._worker is not None:
            self._worker.close()

    def _ask(self, written_as: ExchangeFormat) -> None:
        from desktop.exchange.export_dialog import ExchangeDialog

        items = self.items
        if not items:
            return
        dialog = self.dialog = ExchangeDialog(
            written_as,
            images=items[0].name if len(items) == 1 else images_words(len(items)),
            all_dicom=all(item.dicom for item in items),
            folder=self._settings.current.folder,
            ask_folder=lambda at: self._dialogs.folder(tr("Choose the folder"), at),
            parent=self._window,
        )
        dialog.accepted.connect(partial(self._write, dialog, items, how=written_as.name.lower()))
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()
        self._offer_to(dialog.form)

    def _offer_to(self, form: ExchangeForm) -> None:
        """Offer what the file says, where it is one: those of several patients differ."""
        chosen = self._filmstrip.chosen_images
        if len(chosen) == 1:
            self._file_says.when_known(chosen[0], partial(_offer, form))

    def _forget(self, dialog: ExchangeDialog, _: int) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _write(self, dialog: ExchangeDialog, items: Sequence[Item], *, how: str) -> None:
        from desktop.exchange.work import write_all

        folder, wish = dialog.folder, dialog.form.wish
        write = partial(write_all, items, wish, folder=folder)
        run = partial(self._background.run, write, done=partial(self._written, folder))
        leaving = [item.leaving for item in items]
        self._noting.before(leaving, how=how, then=run)

    def _written(self, folder: Path, outcome: Outcome) -> None:
        words = count(
            "Wrote {n:,} file into {folder}.",
            "Wrote {n:,} files into {folder}.",
            n=len(outcome.paths),
            folder=folder.name or str(folder),
        )
        if outcome.errors:
            self.said.emit(" ".join([words, *outcome.errors]))
        else:
            self.mentioned.emit(words)


def _offer(form: ExchangeForm, suggestions: Suggestions) -> None:
    if isValid(form):  # whose dialog may be closed by now
        form.offer(suggestions)
