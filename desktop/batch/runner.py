"""Has the engine analyse a batch: a few images ahead, each written before it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.errors import LentigoError
from core.model.classifier import Answer
from desktop.batch.pace import Pace
from desktop.batch.portions import Portions
from desktop.batch.state import BatchState
from desktop.batch.work import Work, begin
from desktop.engine.status import EngineState
from desktop.language.words import mark, tr
from desktop.shell.background import Background

if TYPE_CHECKING:
    from pathlib import Path

    from core.batch.job import BatchJob
    from core.batch.reading import Result
    from core.images import Picture
    from core.results import Analysis
    from desktop.batch.work import Reader
    from desktop.engine.bridge import EngineBridge
    from desktop.engine.status import EngineStatus, Ready

_AHEAD: Final = 32  # images at the engine or being written: enough to keep the network busy
_BEHIND: Final = -1  # an image that somebody looks at goes first
_NO_MODEL: Final = mark("The batch is paused, because no model answers: go on when there is one.")
_OTHER_MODEL: Final = mark(
    "The batch was stopped, because its table holds the answers of another model. Go back to that "
    "model to go on, or begin a new batch."
)


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
        self._work: Work | None = None
        self._asked: dict[int, Path] = {}
        self._pictures: dict[int, Picture] = {}
        self._writing = 0
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
        self._thread.run(partial(begin, job, reader), done=self._begun, failed=self._not_begun)

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
            self._take_back()
            self._end(finished=False)

    def close(self) -> None:
        """Write what has come, and close the table. Idempotent."""
        self._leave()
        self._thread.close(finish=True)

    def _begun(self, work: Work) -> None:
        self._work = work
        self.done, self.failures = len(work.table.results), 0
        self.total = self.done + len(work.to_do)
        self.pace = Pace()
        self.pace.begin()
        self.begun.emit(work.writer.job, work.table)
        self._set(BatchState.RUNNING)
        self._fill()

    def _not_begun(self, error: Exception) -> None:
        self._set(BatchState.IDLE)
        self._tell(error)

    def _fill(self) -> None:
        work = self._work
        if work is None or self.state is not BatchState.RUNNING:
            return
        while work.to_do and len(self._asked) + self._writing < _AHEAD:
            job, path = next(self._engine.numbers), work.to_do.popleft()
            self._asked[job] = path
            self._engine.submit(path, job=job, priority=_BEHIND, thorough=work.reader.thorough)
        if not (work.to_do or self._asked or self._writing):
            self._end(finished=True)

    def _decoded(self, job: int, picture: Picture) -> None:
        if self._work is not None and self._work.writer.job.overlays and job in self._asked:
            self._pictures[job] = picture

    def _answered(self, job: int, outcome: Analysis | LentigoError) -> None:
        path = self._asked.pop(job, None)
        work = self._work
        if path is None or work is None:
            return
        self._writing += 1
        answer = Answer(path, outcome, self._pictures.pop(job, None))
        self._thread.run(
            partial(work.write, answer),
            done=partial(self._written, work),
            failed=partial(self._not_written, work),
        )

    def _written(self, work: Work, result: Result) -> None:
        if work is not self._work:
            return
        self._writing -= 1
        self.done += 1
        self.failures += bool(result.error)
        self.pace.step(1)
        self._portions.add(result)
        self._fill()

    def _not_written(self, work: Work, error: Exception) -> None:
        if work is self._work:
            self.stop()
            self._tell(error)

    def _take_back(self) -> None:
        """Have what was asked unasked, to be asked anew."""
        for job in self._asked:
            self._engine.cancel(job)
        self._put_back()

    def _put_back(self) -> None:
        if self._work is not None:
            self._work.to_do.extendleft(reversed(self._asked.values()))
        self._asked.clear()
        self._pictures.clear()

    def _ask_again(self) -> None:
        """Go on after everything was taken back for the sake of other images."""
        self._put_back()
        self._fill()

    def _judge_model(self, status: EngineStatus) -> None:
        work = self._work
        if work is None:
            return
        if status.state is EngineState.FAILED:
            self._take_back()
            self.pause()
            self.said.emit(tr(_NO_MODEL))
        elif status.ready is not None and status.ready.model.sha256 != work.reader.sha256:
            self.stop()
            self.said.emit(tr(_OTHER_MODEL))

    def _leave(self) -> None:
        """Close the table, and say nothing of it."""
        self._take_back()
        work, self._work, self._writing = self._work, None, 0
        if work is not None:
            self._thread.run(work.results.close, done=lambda _: None)

    def _end(self, *, finished: bool) -> None:
        work, self._work, self._writing = self._work, None, 0
        if work is not None:
            self._thread.run(
                work.results.close,
                done=lambda _: self._ended(finished=finished),
                failed=self._not_begun,
            )

    def _ended(self, *, finished: bool) -> None:
        self._portions.flush()
        self._set(BatchState.IDLE)
        self.ended.emit(finished)

    def _set(self, state: BatchState) -> None:
        self.state = state
        self.changed.emit()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, LentigoError):
            raise error
        self.said.emit(error.message)
