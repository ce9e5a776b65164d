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
from core.engine.session import Session
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
        self._session: Session | None = None
        self._model: DescribedModel | None = None
        self._given_up = False
        self._recovery = Recovery(settings)

    @property
    def pid(self) -> int | None:
        """Process id of the engine process, None while there is none."""
        session = self._session
        return None if session is None else session.process.pid

    def restart(self, settings: EngineSettings) -> None:
        """Have the process replaced by one with these settings; jobs are kept."""
        session = self._session
        self._orders.restart(settings)
        self._interrupt(session)

    def close(self) -> None:
        """Have `run` end the process and return."""
        session = self._session
        self._orders.close()
        self._interrupt(session)

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
        self._end_session()
        self._bell.close()

    def _interrupt(self, session: Session | None) -> None:
        # The session was taken before the order was given, so that no later one is hit. Killing it
        # frees a supervisor that is caught in sending to a process that hangs.
        if session is not None:
            session.process.kill()
        self._bell.ring()

    def _step(self) -> None:
        self._obey()
        if self._session is None and not self._given_up:
            self._start()
        if self._session is not None:
            self._feed(self._session)
        self._listen()

    def _obey(self) -> None:
        settings = self._orders.take()
        if settings is not None:
            self._end_session()
            self._model, self._given_up = None, False
            self._recovery = Recovery(settings)

    def _start(self) -> None:
        self._outlet.emit(EngineStarting())
        try:
            self._session = Session(self._recovery.devices.settings)
        except OSError as error:
            reason = say("The system starts no process: {reason}.", reason=why(error))
            self._carry_on(self._recovery.after_end(reason))

    def _feed(self, session: Session) -> None:
        try:
            session.feed(self._backlog)
        except OSError:
            self._ended(session)

    def _listen(self) -> None:
        """Wait for the process, or for a ring of the bell."""
        session = self._session
        lines = [] if session is None else [session.process.connection]
        heard = wait([self._bell.heard, *lines])
        if self._bell.heard in heard:
            self._bell.hush()
        if session is not None and session.process.connection in heard:
            self._hear(session)

    def _hear(self, session: Session) -> None:
        try:
            message = session.process.receive()
        except (EOFError, OSError):
            self._ended(session)
        else:
            self._dispatch(session, message)

    def _dispatch(self, session: Session, message: protocol.Message) -> None:
        match message:
            case protocol.Loaded(model=model):
                self._loaded(model)
            case protocol.Ready():
                self._ready(session, message)
            case protocol.Unable(error=error):
                self._unable(error)
            case protocol.Answered():
                self._answered(session, message)
            case protocol.Refused(error=error):
                self._refused(session, session.finish()[0], error)
            case protocol.Progressed() | protocol.Replied() | protocol.Declined():
                if self._settling.reply(session, message):
                    self._recovery.note_answer()

    def _loaded(self, model: DescribedModel) -> None:
        if model != self._model:  # what is prepared for the same model stays good
            self._model = model
            self._orders.tell_backlog(model)

    def _ready(self, session: Session, ready: protocol.Ready) -> None:
        session.start_work(ready)
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
        self._end_session(dying=True)
        self._carry_on(self._recovery.after_refused_start(error))

    def _answered(self, session: Session, answered: protocol.Answered) -> None:
        job, elapsed = session.finish()
        job.quick = answered.quick
        error = self._settling.conclude(session, job, answered.answer, milliseconds=elapsed)
        if error is None:
            self._recovery.note_answer()
        else:
            self._refused(session, job, error)

    def _refused(self, session: Session, job: Job, error: LentigoError) -> None:
        self._recovery.note_answer()
        if session.on_gpu and isinstance(error, InferenceError):
            self._backlog.put_back(job)
            self._end_session()
            self._carry_on(self._recovery.after_gpu_failure(error))
        else:
            self._settling.fail(job, error)

    def _ended(self, session: Session) -> None:
        """Judge a process that ended without a word, or was killed because it hung."""
        how = session.process.end(dying=True)
        self._session = None
        if self._orders.waiting:  # it was we who ended it
            self._put_back(session)
            return
        decision = judge(
            session,
            reason_of(session, how),
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
        self._end_session()
        self._outlet.emit(EngineFailed(error))
        self._orders.tell_backlog(error)

    def _end_session(self, *, dying: bool = False) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.process.end(dying=dying)
            self._put_back(session)

    def _put_back(self, session: Session) -> None:
        for job in session.unfinished:
            self._backlog.put_back(job)
