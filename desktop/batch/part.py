"""Puts the place "Batch" together when it is first entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.batch.commands import BatchCommands
from desktop.batch.state import BatchState
from desktop.shell.action_spec import Need
from desktop.shell.places import Place

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from desktop.batch.place import BatchPlace
    from desktop.batch.presenter import BatchPresenter
    from desktop.batch.result_model import ResultModel
    from desktop.batch.runner import BatchRunner
    from desktop.engine.bridge import EngineBridge
    from desktop.look.reading import Reading
    from desktop.shell.actions import Actions
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.places import Places
    from desktop.shell.settings import SettingsStore

_FIRST: Final = ("batch_new", "batch_open")
_WAYS: Final = (
    "batch_go_on",
    "batch_pause",
    "batch_stop",
    "batch_look",
    "batch_save",
    "batch_new",
    "batch_open",
)


class BatchPart(QObject):
    """Everything behind the place; a window in which nobody enters it has nothing of it.

    Parameters
    ----------
    places : Places
        Among which it stands.
    actions, engine, reading, background, settings, dialogs
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence about what went well."""
    facts_changed = Signal()
    """What makes sense now may have changed: see `facts`."""
    look_wanted = Signal()
    """The user wants to look at the chosen images."""

    def __init__(
        self,
        places: Places,
        *,
        actions: Actions,
        engine: EngineBridge,
        reading: Reading,
        background: Background,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(places)
        self.place: BatchPlace | None = None
        self.presenter: BatchPresenter | None = None
        self.runner: BatchRunner | None = None
        self.model: ResultModel | None = None
        self.commands = BatchCommands(
            self,
            places=places,
            engine=engine,
            reading=reading,
            settings=settings,
            dialogs=dialogs,
        )
        self._actions = actions
        self._engine = engine
        self._reading = reading
        self._background = background
        self._settings = settings
        self._interrupted: BatchJob | None = None
        self.holder = QStackedWidget()
        places.add(Place.BATCH, self.holder)
        places.changed.connect(self._entering)
        engine.status_changed.connect(self._resume)

    def facts(self) -> Need:
        """Tell what is there for actions to work on while the place is seen."""
        if self.place is None or self.presenter is None or self.presenter.table is None:
            return Need.NOTHING
        chosen = Need.CHOSEN if self.place.view.chosen_count else Need.NOTHING
        return Need.RESULTS | chosen

    def going(self) -> Need:
        """Tell what can be done about a batch, whichever place is seen."""
        if self.runner is None or self.presenter is None:
            return Need.NOTHING
        match self.runner.state:
            case BatchState.RUNNING:
                return Need.BATCH_RUNS | Need.BATCH_OPEN
            case BatchState.PAUSED:
                return Need.BATCH_RESTS | Need.BATCH_OPEN
            case BatchState.BEGINNING:
                return Need.NOTHING
        unfinished = self.presenter.job is not None and not self.presenter.finished
        return Need.BATCH_RESTS if unfinished else Need.NOTHING

    def resume(self, job: BatchJob) -> None:
        """Go on with a batch as soon as there is a model, whichever place is seen."""
        self.furnish()
        self._interrupted = job
        self._resume()

    def close(self) -> None:
        """Write what has come, and close the table."""
        if self.runner is not None:
            self.runner.close()

    def _entering(self, place: Place) -> None:
        if place is Place.BATCH:
            self.furnish()

    def _resume(self) -> None:
        job, runner = self._interrupted, self.runner
        if job is None or runner is None or self.presenter is None or runner.ready is None:
            return
        self._interrupted = None
        if runner.state is BatchState.IDLE:
            self.presenter.start(job)

    def furnish(self) -> None:
        """Put the place together, unless it is."""
        if self.place is not None:
            return
        from desktop.batch.place import BatchPlace
        from desktop.batch.presenter import BatchPresenter
        from desktop.batch.result_model import ResultModel
        from desktop.batch.runner import BatchRunner

        self.model = ResultModel(self._background, self)
        self.runner = BatchRunner(self._engine, self)
        place = self.place = BatchPlace(
            self.model,
            first=[self._actions[name] for name in _FIRST],
            ways=[self._actions[name] for name in _WAYS],
        )
        self.holder.addWidget(place)
        presenter = self.presenter = BatchPresenter(
            place,
            model=self.model,
            runner=self.runner,
            background=self._background,
            reading=self._reading,
            settings=self._settings,
        )
        presenter.said.connect(self.said)
        presenter.mentioned.connect(self.mentioned)
        presenter.facts_changed.connect(self.facts_changed)
        place.view.opened.connect(self.look_wanted)
        presenter.restore()
