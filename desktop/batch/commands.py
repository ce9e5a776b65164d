"""What the actions about batches do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.batch.state import BatchState
from desktop.language.words import tr
from desktop.shell.actions import deaf
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.batch.part import BatchPart
    from desktop.batch.presenter import BatchPresenter
    from desktop.batch.start_dialog import StartDialog
    from desktop.engine.bridge import EngineBridge
    from desktop.look.reading import Reading
    from desktop.shell.actions import Handler
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.places import Places
    from desktop.shell.settings import SettingsStore


class BatchCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    part : BatchPart
        The place.
    places, engine, reading, settings, dialogs
        What they work with.
    """

    images_wanted = Signal(object)
    """Paths of images that the user wants to look at."""

    def __init__(
        self,
        part: BatchPart,
        *,
        places: Places,
        engine: EngineBridge,
        reading: Reading,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(part)
        self.dialog: StartDialog | None = None
        self._part = part
        self._places = places
        self._engine = engine
        self._reading = reading
        self._settings = settings
        self._dialogs = dialogs
        part.look_wanted.connect(self._look)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "batch_new": self._ask_for_folder,
                "batch_open": self._ask_for_table,
                "batch_save": self._save,
                "batch_go_on": self._go_on,
                "batch_pause": self._pause,
                "batch_stop": self._stop,
                "batch_look": self._look,
            }
        )

    def take(self, paths: Sequence[Path]) -> bool:
        """Offer a batch of folders that were dropped, or open a table; whether there were any."""
        folders = [path for path in paths if path.is_dir()]
        if folders:
            self._ask(folders)
        elif len(paths) == 1 and paths[0].suffix.lower() == ".csv":
            self._open(paths[0])
            return True
        return bool(folders)

    def _ask_for_folder(self) -> None:
        folder = self._dialogs.folder(
            tr("Choose a folder of images"), self._settings.current.folder
        )
        if folder is not None:
            self._ask([folder])

    def _ask(self, folders: Sequence[Path]) -> None:
        from desktop.batch.precision import offered_by
        from desktop.batch.start_dialog import StartDialog
        from desktop.batch.words import reading_words

        self._places.show(Place.BATCH)
        card = self._engine.status.card
        dialogs = self._dialogs
        dialog = self.dialog = StartDialog(
            [folder.absolute() for folder in folders],
            reading=""
            if card is None
            else reading_words(
                self._reading.interpretation(card), thorough=self._settings.current.thorough
            ),
            offered=offered_by(self._engine.status.ready),
            ask_table=dialogs.csv,
            ask_folder=lambda path: dialogs.folder(tr("Choose a folder for heat maps"), path),
            parent=self._part.holder.window(),
        )
        dialog.accepted.connect(lambda: self._start(dialog))
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.open()

    def _start(self, dialog: StartDialog) -> None:
        if self._part.presenter is not None:
            self._part.presenter.start(dialog.job, quick=dialog.quick)

    def _forget(self, dialog: StartDialog) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _go_on(self) -> None:
        runner, presenter = self._part.runner, self._part.presenter
        if runner is None or presenter is None:
            return
        if runner.state is BatchState.PAUSED:
            runner.go_on()
        elif presenter.job is not None:
            presenter.start(presenter.job)

    def _pause(self) -> None:
        if self._part.runner is not None:
            self._part.runner.pause()

    def _stop(self) -> None:
        if self._part.runner is not None:
            self._part.runner.stop()

    def _ask_for_table(self) -> None:
        path = self._dialogs.open_csv(self._settings.current.folder)
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        self._places.show(Place.BATCH)
        if self._part.presenter is not None:
            self._part.presenter.open_table(path)

    def _save(self) -> None:
        presenter = self._part.presenter
        if presenter is None or presenter.table is None:
            return
        table = presenter.table
        path = self._dialogs.csv(str(table.with_name(f"{table.stem}-chosen.csv")))
        if path == table:
            self._part.said.emit(tr("This is the table itself: name another file."))
        elif path is not None:
            presenter.save_table(path)

    def _look(self) -> None:
        place, presenter = self._part.place, self._part.presenter
        if place is None or presenter is None:
            return
        base = self._base(presenter)
        if base is not None:
            self.images_wanted.emit([base / result.name for result in place.view.chosen])

    def _base(self, presenter: BatchPresenter) -> Path | None:
        """Return the folder that names begin at, which a table of elsewhere does not tell."""
        if presenter.job is not None:
            return presenter.job.base
        folder = self._settings.current.folder
        return self._dialogs.folder(tr("Choose the folder that the table is about"), folder)
