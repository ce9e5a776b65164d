"""Has the engine analyse a batch: a few images ahead, each written before it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.errors import LentigoError
from core.model.classifier import Answer
from desktop.batch.asked import Asked
from desktop.batch.beginning import Beginning
from desktop.batch.pace import Pace
from desktop.batch.portions import Portions
from desktop.batch.state import BatchState
from desktop.batch.words import NO_MODEL, OTHER_MODEL
from desktop.engine.status import EngineState
from desktop.language.words import tr
from desktop.shell.background import Background, named

if TYPE_CHECKING:
    from pathlib import Path

    from core.batch.job import BatchJob
    from core.batch.reading import Result
    from core.images import Picture
    from core.results import Analysis
    from desktop.batch.work import Reader, Work
    from desktop.engine.bridge import EngineBridge
    from desktop.engine.status import EngineStatus, Ready

_AHEAD: Final = 32  # images at the engine or being written: enough to keep the network busy


class BatchRunner(QObject):
    """One batch at a time.

    Parameters
    ----------
    engine : EngineBridge
        Analyses.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    state : BatchState
        How far it is.
    total, done, failures : int
        Images with a row and without, those with one, and those of this run without a finding.
    """

    begun = Signal(object, object)
    """BatchJob, and ResultTable with what was there before; nothing where it is refused."""
    came = Signal(object)
    """List of Result, a portion."""
    changed = Signal()
    """The state, or how far it is."""
    ended = Signal(bool)
    """Whether every image has its row; the table is closed."""
    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, engine: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = BatchState.IDLE
        self.total = self.done = self.failures = 0
        self.pace = Pace()
        self._engine = engine
        self._thread = Background(self, threads=1)
        self._beginning: Beginning | None = None
        self._work: Work | None = None
        self._asked, self._writing = Asked(engine), 0
        self._portions = Portions(self)
        self._portions.came.connect(self.came)
        self._portions.came.connect(self.changed)
        engine.decoded.connect(self._decoded)
        engine.done.connect(self._answered)
        engine.failed.connect(self._answered)
        engine.stopped.connect(self._ask_again)
        engine.status_changed.connect(self._judge_model)

    @property
    def ready(self) -> Ready | None:
        """The model that answers, where there is one."""
        status = self._engine.status
        return status.ready if status.state is EngineState.READY else None

    @property
    def can_stop(self) -> bool:
        """Whether a table is open, which nobody has stopped yet."""
        return self._work is not None

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take; None before it can be known, and in pauses."""
        running = self.state is BatchState.RUNNING
        return self.pace.seconds_left(self.total - self.done) if running else None

    def start(self, job: BatchJob, reader: Reader) -> None:
        """Begin, or go on where a table ends."""
        self._leave()
        self._portions.flush()  # they stay in sight if the new table is refused
        self._set(BatchState.BEGINNING)
        one = self._beginning = Beginning(job, reader)
        begun, failed = partial(self._begun, one), partial(self._not_begun, one)
        self._thread.run(one, done=begun, failed=failed)

    def pause(self) -> None:
        """Ask no more for now; what was asked is still written."""
        if self.state is BatchState.RUNNING and self._work is not None:
            self._set(BatchState.PAUSED)

    def go_on(self) -> None:
        """Ask again after a pause."""
        if self.state is BatchState.PAUSED:
            self.pace.begin()
            self._set(BatchState.RUNNING)
            self._fill()

    def stop(self) -> None:
        """Leave it at what is written."""
        if self._work is not None:
            self._put_back(cancelling=True)
            self._end(finished=False)

    def close(self) -> None:
        """Write what has come, and close the table. Idempotent."""
        self._leave()
        self._thread.close(finish=True)

    def _begun(self, one: Beginning, work: Work | None) -> None:
        if one is not self._beginning or work is None:
            return  # another was begun meanwhile, and this one is closed
        self._work, self._beginning = work, None
        self.done, self.failures = len(work.table.results), 0
        self.total = self.done + len(work.to_do)
        self.pace = Pace()
        self.pace.begin()
        self.begun.emit(work.writer.job, work.table)
        self._set(BatchState.RUNNING)
        self._fill()

    def _not_begun(self, one: Beginning, error: Exception) -> None:
        if one is self._beginning:
            self._beginning = None
            self._rest(error)

    def _rest(self, error: Exception) -> None:
        self._set(BatchState.IDLE)
        self._tell(error)

    def _fill(self) -> None:
        work = self._work
        if work is None or self.state is not BatchState.RUNNING:
            return
        while (work.again or work.to_do) and len(self._asked) + self._writing < _AHEAD:
            path, quick = work.next()
            self._asked.ask(path, thorough=work.reader.thorough, quick=quick)
        if not (work.again or work.to_do or self._asked or self._writing):
            self._end(finished=True)

    def _decoded(self, job: int, picture: Picture) -> None:
        if self._work is not None and self._work.writer.job.overlays:
            self._asked.keep(job, picture)

    def _answered(self, job: int, outcome: Analysis | LentigoError) -> None:
        (path, picture), work = self._asked.take(job), self._work
        if path is None or work is None:
            return
        self._writing += 1
        self._thread.run(
            partial(work.write, Answer(path, outcome, picture)),
            done=partial(self._written, work, path),
            failed=partial(self._not_written, work),
        )

    def _written(self, work: Work, path: Path, result: Result | None) -> None:
        if work is not self._work:
            return
        self._writing -= 1
        if result is None:
            work.again.append(path)
        else:
            self.done += 1
            self.failures += bool(result.error)
            self.pace.step(1)
            self._portions.add(result)
        self._fill()

    def _not_written(self, work: Work, error: Exception) -> None:
        if work is self._work:
            self.stop()
            self._tell(error)

    def _put_back(self, *, cancelling: bool = False) -> None:
        """Have what was asked asked anew, and perhaps the engine forget it."""
        paths = self._asked.take_all(cancelling=cancelling)
        if self._work is not None:
            self._work.to_do.extendleft(reversed(paths))

    def _ask_again(self) -> None:
        """Go on after everything was taken back for the sake of other images."""
        self._put_back()
        self._fill()

    def _judge_model(self, status: EngineStatus) -> None:
        work = self._work
        if work is None:
            return
        if status.state is EngineState.FAILED:
            self._put_back(cancelling=True)
            self.pause()
            self.said.emit(tr(NO_MODEL))
        elif status.ready is not None and status.ready.model.sha256 != work.reader.sha256:
            self.stop()
            self.said.emit(tr(OTHER_MODEL))

    def _leave(self) -> None:
        """Close the table, and say nothing of it."""
        self._put_back(cancelling=True)
        work, self._work, self._writing = self._work, None, 0
        if self._beginning is not None:
            work, self._beginning = self._beginning.give_up(), None
        if work is not None:
            self._thread.run(work.results.close, done=lambda _: None)

    def _end(self, *, finished: bool) -> None:
        work, self._work, self._writing = self._work, None, 0
        if work is not None:
            self._thread.run(
                work.results.close,
                done=lambda _: self._ended(finished=finished),
                failed=self._rest,
            )

    def _ended(self, *, finished: bool) -> None:
        self._portions.flush()
        self._set(BatchState.IDLE)
        self.ended.emit(finished)

    def _set(self, state: BatchState) -> None:
        self.state = state
        self.changed.emit()

    def _tell(self, error: Exception) -> None:
        error = named(error)
        self.said.emit(error.message)
