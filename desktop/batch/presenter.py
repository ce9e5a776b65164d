"""Carries what a batch comes to, to the widgets of the place, and remembers it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.batch.reading import ResultTable, read_table, write_table
from core.language import again
from desktop.batch import remembered
from desktop.batch.precision import offered_by
from desktop.batch.remembered import Remembered
from desktop.batch.state import BatchState
from desktop.batch.words import (
    finished_words,
    progress_words,
    resting_words,
    shown_words,
    title_of,
)
from desktop.batch.work import Reader
from desktop.language.words import count, tr
from desktop.shell.background import named

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from core.batch.reading import Result
    from desktop.batch.place import BatchPlace
    from desktop.batch.result_model import ResultModel
    from desktop.batch.runner import BatchRunner
    from desktop.look.reading import Reading
    from desktop.shell.background import Background
    from desktop.shell.settings import SettingsStore


class BatchPresenter(QObject):
    """Keeps place, table and settings in step with the work.

    Parameters
    ----------
    place : BatchPlace
        What is seen.
    model : ResultModel
        The table's rows.
    runner : BatchRunner
        Does the work.
    background : Background
        Reads and writes tables.
    reading : Reading
        How answers are read.
    settings : SettingsStore
        Remembers the work.

    Attributes
    ----------
    table : Path or None
        File of the table that is shown.
    job : BatchJob or None
        What it is about, where that is known.
    finished : bool
        Whether every image of the job has its row.
    quick : bool
        Whether the job is done in lower precision, where that is offered.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence about what went well."""
    facts_changed = Signal()

    def __init__(
        self,
        place: BatchPlace,
        *,
        model: ResultModel,
        runner: BatchRunner,
        background: Background,
        reading: Reading,
        settings: SettingsStore,
    ) -> None:
        super().__init__(place)
        self.table: Path | None = None
        self.job: BatchJob | None = None
        self.finished = True
        self.quick = False
        self._place = place
        self._model = model
        self._runner = runner
        self._background = background
        self._reading = reading
        self._settings = settings
        self._columns: tuple[str, ...] = ()
        self._classes: dict[str, str] = {}
        self._listen()

    def restore(self) -> None:
        """Show the table of last time, and offer to go on with it."""
        last = remembered.read(self._settings.current.batch)
        if last is not None and last.job.table.exists():
            self.quick = last.quick
            self._read(last.job.table, last)

    def open_table(self, path: Path) -> None:
        """Show another table."""
        last = remembered.read(self._settings.current.batch)
        self._read(path, last if last is not None and last.job.table == path else None)

    def save_table(self, path: Path) -> None:
        """Write the rows that are shown, in their order."""
        results = self._model.results
        self._background.run(
            partial(write_table, path, self._columns, results),
            done=lambda _: self.mentioned.emit(
                count(
                    "Saved {n:,} row as {file}.",
                    "Saved {n:,} rows as {file}.",
                    n=len(results),
                    file=path.name,
                )
            ),
            failed=self._tell,
        )

    def start(self, job: BatchJob, *, quick: bool | None = None) -> bool:
        """Begin a batch, or go on with it; whether there is a model for it.

        Parameters
        ----------
        job : BatchJob
            What it is about.
        quick : bool, optional
            Whether to compute in lower precision, where that is offered; as before by default.
        """
        ready = self._runner.ready
        if ready is None:
            self.said.emit(tr("There is no model yet. Try again when it has started."))
            return False
        if quick is not None:
            self.quick = quick
        how = self._reading.interpretation(ready.card)
        thorough = self._settings.current.thorough
        rule = offered_by(ready) if self.quick else None
        self._runner.start(job, Reader(ready.card, ready.model.sha256, how, thorough, rule))
        return True

    def _listen(self) -> None:
        runner, view, bar = self._runner, self._place.view, self._place.filter_bar
        runner.begun.connect(self._begun)
        runner.came.connect(self._model.append)
        runner.came.connect(self._note_classes)
        runner.changed.connect(self._show)
        runner.ended.connect(self._ended)
        runner.said.connect(self.said)
        bar.changed.connect(lambda: self._model.filter(bar.filters))
        bar.order_wanted.connect(view.sort_by)
        view.horizontalHeader().sortIndicatorChanged.connect(lambda at, _: bar.show_order(at))
        self._model.counted.connect(self._count)
        self._model.arranged.connect(self._count)
        view.chosen_changed.connect(self._count)
        view.chosen_changed.connect(self.facts_changed)

    def _read(self, path: Path, last: Remembered | None) -> None:
        self._background.run(
            partial(read_table, path), done=partial(self._opened, path, last), failed=self._tell
        )

    def _opened(self, path: Path, last: Remembered | None, table: ResultTable) -> None:
        if self._runner.state is not BatchState.IDLE:
            return
        self.table, self.job = path, None if last is None else last.job
        self.finished = last is None or last.finished
        self._fill(table)

    def _begun(self, job: BatchJob, table: ResultTable) -> None:
        # Not before: names in a table that stays in sight belong to its own folders.
        self.job, self.table = job, job.table
        self._remember(finished=False)
        self._fill(table)

    def _fill(self, table: ResultTable) -> None:
        self._columns = table.columns
        self._classes = {}
        self._note_classes(table.results)
        self._model.set_results(table.results)
        self._place.show_table(self._title())
        self._show()

    def _title(self) -> str:
        if self.job is not None:
            return title_of(self.job)
        return "" if self.table is None else self.table.stem

    def _note_classes(self, results: list[Result] | tuple[Result, ...]) -> None:
        before = len(self._classes)
        self._classes |= {one.finding: again(one.label) for one in results if one.finding}
        if len(self._classes) != before:
            self._place.filter_bar.offer_classes(self._classes.items())

    def _ended(self, finished: bool) -> None:  # noqa: FBT001  # a signal's value
        self._remember(finished=finished)
        if finished and self.table is not None:
            words = finished_words(self._runner.total, self._runner.failures, self.table.name)
            self.mentioned.emit(words)
        self._show()

    def _remember(self, *, finished: bool) -> None:
        self.finished = finished
        if self.job is not None:
            self._settings.change(batch=Remembered(self.job, finished, self.quick).written())

    def _show(self) -> None:
        runner, busy = self._runner, self._runner.state is not BatchState.IDLE
        if busy:
            words = progress_words(runner)
        else:
            name = "" if self.table is None else self.table.name
            words = resting_words(total=self._model.total, finished=self.finished, table=name)
        self._place.words.setText(words)
        self._place.show_progress(runner.done, runner.total, busy=busy)
        self._count()
        self.facts_changed.emit()

    def _count(self) -> None:
        model, view = self._model, self._place.view
        words = shown_words(model.rowCount(), model.total, view.chosen_count)
        self._place.shown.setText(words)

    def _tell(self, error: Exception) -> None:
        error = named(error)
        self.said.emit(error.message)
