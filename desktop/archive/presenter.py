"""Has an archive asked what the dialog wants, and shows what it says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.errors import LentigoError
from desktop.archive import tasks
from desktop.archive.send_dialog import SendDialog
from desktop.language.words import count, mark, tr
from desktop.look.words import images_words

if TYPE_CHECKING:
    from pathlib import Path

    from core.dicomweb.address import ArchiveAddress
    from core.dicomweb.studies import Study
    from desktop.archive.dialog import ArchiveDialog
    from desktop.archive.tasks import Sent
    from desktop.archive.worker import ArchiveWorker
    from desktop.exchange.form import ExchangeForm
    from desktop.exchange.work import Item
    from desktop.look.leaving import Noting
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore

_NONE: Final = mark("The archive has no such study.")
_NOTHING: Final = mark("Choose images with a finding in Look first: theirs are sent.")


class ArchivePresenter(QObject):
    """Keeps the dialog and the archive in step.

    Parameters
    ----------
    dialog : ArchiveDialog
        What is seen.
    worker : ArchiveWorker
        Asks the archive; outlives the dialog.
    items : callable
        Gives the images whose findings can be sent.
    settings : SettingsStore
        Remembers the address, never the password.
    dialogs : Dialogs
        Asks for folders.
    noting : Noting
        Keeps a record of what is sent.
    offer_to : callable
        Offers in a form what the image's file says.
    """

    fetched = Signal(object)
    """Paths of pictures, to be opened."""

    def __init__(
        self,
        dialog: ArchiveDialog,
        *,
        worker: ArchiveWorker,
        items: Callable[[], list[Item]],
        settings: SettingsStore,
        dialogs: Dialogs,
        noting: Noting,
        offer_to: Callable[[ExchangeForm], None],
    ) -> None:
        super().__init__(dialog)
        self.asking: SendDialog | None = None
        self.worker = worker
        self.dialog = dialog
        self._items = items
        self._settings = settings
        self._dialogs = dialogs
        self._noting = noting
        self._offer_to = offer_to
        self._listen()
        self._judge()

    def _listen(self) -> None:
        dialog = self.dialog
        dialog.search.clicked.connect(self._find)
        dialog.form.submitted.connect(self._find)
        dialog.fetch.clicked.connect(self._fetch)
        dialog.view.opened.connect(self._fetch)
        dialog.send.clicked.connect(self._send)
        dialog.stop.clicked.connect(self._stop)
        dialog.finished.connect(lambda _: self.worker.cancel())
        dialog.view.selectionModel().selectionChanged.connect(lambda *_: self._judge())
        dialog.studies.modelReset.connect(self._judge)
        self.worker.changed.connect(self._judge)

    def _judge(self) -> None:
        """Offer what can be done."""
        dialog, worker = self.dialog, self.worker
        dialog.show_progress(worker.done, worker.total, busy=worker.busy)
        dialog.fetch.setEnabled(bool(dialog.chosen) and not worker.busy)
        dialog.send.setEnabled(not worker.busy)

    def _address(self) -> ArchiveAddress | None:
        """Check and remember the address; say what is wrong with it."""
        access = self.dialog.form.access
        try:
            address = access.address()
        except LentigoError as error:
            self._failed(error)
            return None
        self._settings.change(archive=access.url)
        return address

    def _find(self) -> None:
        form = self.dialog.form
        try:
            wanted = form.wanted()
        except LentigoError as error:
            self._failed(error)
            return
        if self._address() is not None:
            self._say(tr("Asking the archive…"))
            work = partial(tasks.find, form.access, wanted)
            self.worker.run(work, done=self._found, failed=self._failed)

    def _found(self, studies: list[Study]) -> None:
        self.dialog.studies.set_studies(studies)
        words = count("{n:,} study", "{n:,} studies", n=len(studies)) if studies else tr(_NONE)
        if len(studies) == tasks.LIMIT:
            words = tr("These are the first {n:,}: ask for fewer.", n=tasks.LIMIT)
        self._say(words)
        if studies:
            self.dialog.view.selectRow(0)
            self.dialog.view.setFocus()

    def _fetch(self) -> None:
        studies = self.dialog.chosen
        if not studies or self.worker.busy or self._address() is None:
            return
        folder = self._dialogs.folder(
            tr("Choose where the pictures shall lie"), self._settings.current.folder
        )
        if folder is not None:
            self._say(tr("Fetching…"))
            work = partial(tasks.fetch, self.dialog.form.access, studies, folder)
            self.worker.run(work, done=self._came, failed=self._failed)

    def _came(self, paths: list[Path]) -> None:
        self._say(tr("{images} fetched; they are open in Look.", images=images_words(len(paths))))
        self.fetched.emit(paths)

    def _send(self) -> None:
        items, address = self._items(), self._address()
        if not items:
            self._say(tr(_NOTHING))
        elif address is not None:
            asking = self.asking = SendDialog(
                images=items[0].name if len(items) == 1 else images_words(len(items)),
                host=address.url,
                all_dicom=all(item.dicom for item in items),
                parent=self.dialog,
            )
            asking.accepted.connect(partial(self._send_as, asking, items))
            asking.finished.connect(asking.deleteLater)
            asking.open()
            self._offer_to(asking.form)

    def _send_as(self, asking: SendDialog, items: list[Item]) -> None:
        self._say(tr("Sending…"))
        work = partial(tasks.send, self.dialog.form.access, items, asking.form.wish)
        run = partial(self.worker.run, work, done=self._sent, failed=self._failed)
        self._noting.before([item.leaving for item in items], how="archive", then=run)

    def _sent(self, sent: Sent) -> None:
        words = count("{n:,} object sent.", "{n:,} objects sent.", n=sent.objects)
        self._say(" ".join([words, *sent.errors]))

    def _stop(self) -> None:
        self.worker.cancel()
        self._say(tr("Cancelled. What has come or was sent stays."))

    def _failed(self, error: LentigoError) -> None:
        self._say(error.message)

    def _say(self, words: str) -> None:
        self.dialog.said.setText(words)
