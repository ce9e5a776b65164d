"""Keeps one engine process at work, whatever happens to it."""

from __future__ import annotations

import logging
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from core.children import block_interrupts
from core.engine import protocol
from core.engine.blame import judge, reason_of
from core.engine.messages import (
    DeviceFellBack,
    EngineFailed,
    EngineReady,
    EngineRestarted,
    EngineStarting,
)
from core.engine.orders import Orders
from core.engine.recovery import GiveUp, Recovery, Retry
from core.engine.running import RunningEngine
from core.engine.settling import Settling
from core.errors import EngineUnavailable, InferenceError, LentigoError
from core.language import say
from core.logs import Word
from core.reasons import why

if TYPE_CHECKING:
    from core.engine.backlog import Backlog
    from core.engine.bell import Bell
    from core.engine.job import Job
    from core.engine.outlet import Outlet
    from core.engine.settings import EngineSettings
    from core.model import DescribedModel

_log = logging.getLogger(__name__)


class Supervisor:
    """Starts the process, feeds it, hears its answers, and replaces it when it ends.

    `run` is one thread's work; `restart`, `close` and `pid` are for the others.

    Parameters
    ----------
    settings : EngineSettings
        Which model, on what, and how patient to be.
    backlog : Backlog
        The jobs.
    outlet : Outlet
        Takes the events.
    bell : Bell
        Rung when the backlog has something for the network; closed at the end.
    """

    def __init__(
        self, settings: EngineSettings, *, backlog: Backlog, outlet: Outlet, bell: Bell
    ) -> None:
        self._backlog, self._outlet, self._bell = backlog, outlet, bell
        self._settling = Settling(backlog, outlet)
        self._orders = Orders(backlog)
        self._engine: RunningEngine | None = None
        self._model: DescribedModel | None = None
        self._given_up = False
        self._recovery = Recovery(settings)

    @property
    def pid(self) -> int | None:
        """Process id of the engine process, None while there is none."""
        engine = self._engine
        return None if engine is None else engine.process.pid

    def restart(self, settings: EngineSettings) -> None:
        """Have the process replaced by one with these settings; jobs are kept."""
        engine = self._engine
        self._orders.restart(settings)
        self._interrupt(engine)

    def close(self) -> None:
        """Have `run` end the process and return."""
        engine = self._engine
        self._orders.close()
        self._interrupt(engine)

    def run(self) -> None:
        """Do the work until closed."""
        block_interrupts()
        while not self._orders.closing:
            try:
                self._step()
            except Exception as error:  # noqa: BLE001  # every job is to be answered
                _log.exception("the engine's supervisor failed")
                message = say(
                    "The engine failed because of a fault of its own ({error}).", error=error
                )
                self._give_up(EngineUnavailable(message, value=type(error).__name__))
        self._end_engine()
        self._bell.close()

    def _interrupt(self, engine: RunningEngine | None) -> None:
        # The engine was taken before the order was given, so that no later one is hit. Killing it
        # frees a supervisor that is caught in sending to a process that hangs.
        if engine is not None:
            engine.process.kill()
        self._bell.ring()

    def _step(self) -> None:
        self._obey()
        if self._engine is None and not self._given_up:
            self._start()
        if self._engine is not None:
            self._feed(self._engine)
        self._listen()

    def _obey(self) -> None:
        settings = self._orders.take()
        if settings is not None:
            self._end_engine()
            self._model, self._given_up = None, False
            self._recovery = Recovery(settings)

    def _start(self) -> None:
        self._outlet.emit(EngineStarting())
        try:
            self._engine = RunningEngine(self._recovery.devices.settings)
        except OSError as error:
            reason = say("The system starts no process: {reason}.", reason=why(error))
            self._carry_on(self._recovery.after_end(reason))

    def _feed(self, engine: RunningEngine) -> None:
        try:
            engine.feed(self._backlog)
        except OSError:
            self._ended(engine)

    def _listen(self) -> None:
        """Wait for the process, or for a ring of the bell."""
        engine = self._engine
        lines = [] if engine is None else [engine.process.connection]
        heard = wait([self._bell.heard, *lines])
        if self._bell.heard in heard:
            self._bell.hush()
        if engine is not None and engine.process.connection in heard:
            self._hear(engine)

    def _hear(self, engine: RunningEngine) -> None:
        try:
            message = engine.process.receive()
        except (EOFError, OSError):
            self._ended(engine)
        else:
            self._dispatch(engine, message)

    def _dispatch(self, engine: RunningEngine, message: protocol.Message) -> None:
        match message:
            case protocol.Loaded(model=model):
                self._loaded(model)
            case protocol.Ready():
                self._ready(engine, message)
            case protocol.Unable(error=error):
                self._unable(error)
            case protocol.Answered():
                self._answered(engine, message)
            case protocol.Refused(error=error):
                self._refused(engine, engine.finish()[0], error)
            case protocol.Progressed() | protocol.Replied() | protocol.Declined():
                if self._settling.reply(engine, message):
                    self._recovery.note_answer()

    def _loaded(self, model: DescribedModel) -> None:
        if model != self._model:  # what is prepared for the same model stays good
            self._model = model
            self._orders.tell_backlog(model)

    def _ready(self, engine: RunningEngine, ready: protocol.Ready) -> None:
        engine.start_work(ready)
        if self._model is None:
            raise RuntimeError("the engine process is ready without a model")
        choice = self._recovery.devices.chosen(ready.choice)
        model = self._model
        self._outlet.emit(
            EngineReady(model.card, model.identity, ready.engine, choice, model.signature)
        )
        if (reason := self._recovery.devices.news()) is not None:
            self._outlet.emit(DeviceFellBack(reason))

    def _unable(self, error: LentigoError) -> None:
        self._end_engine(dying=True)
        self._carry_on(self._recovery.after_refused_start(error))

    def _answered(self, engine: RunningEngine, answered: protocol.Answered) -> None:
        job, elapsed = engine.finish()
        job.quick = answered.quick
        error = self._settling.conclude(engine, job, answered.answer, milliseconds=elapsed)
        if error is None:
            self._recovery.note_answer()
        else:
            self._refused(engine, job, error)

    def _refused(self, engine: RunningEngine, job: Job, error: LentigoError) -> None:
        self._recovery.note_answer()
        if engine.on_gpu and isinstance(error, InferenceError):
            self._backlog.put_back(job)
            self._end_engine()
            self._carry_on(self._recovery.after_gpu_failure(error))
        else:
            self._settling.fail(job, error)

    def _ended(self, engine: RunningEngine) -> None:
        """Judge a process that ended without a word, or was killed because it hung."""
        how = engine.process.end(dying=True)
        self._engine = None
        if self._orders.waiting:  # it was we who ended it
            self._put_back(engine)
            return
        decision = judge(
            engine,
            reason_of(engine, how),
            backlog=self._backlog,
            settling=self._settling,
            recovery=self._recovery,
        )
        self._carry_on(decision)

    def _carry_on(self, decision: Retry | GiveUp) -> None:
        match decision:
            case Retry(reason=reason):
                _log.warning("%s", Word(reason))
                self._outlet.emit(EngineRestarted(reason))
                self._bell.ring()  # or the next step would wait for a process that is not there
            case GiveUp(error=error):
                _log.info("no engine: %s", Word(error.kind))
                self._give_up(error)

    def _give_up(self, error: LentigoError) -> None:
        self._given_up = True
        self._end_engine()
        self._outlet.emit(EngineFailed(error))
        self._orders.tell_backlog(error)

    def _end_engine(self, *, dying: bool = False) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.process.end(dying=dying)
            self._put_back(engine)

    def _put_back(self, engine: RunningEngine) -> None:
        for job in engine.unfinished:
            self._backlog.put_back(job)
