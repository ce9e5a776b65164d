"""The engine for the GUI thread: commands go out without waiting, events come in as signals.

The client is made in a thread of its own, because its imports take longer than a frame. What is
asked of it before it exists is kept and handed over when it does.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import DeviceUnavailable
from desktop.engine.client import Client, Connect, EngineRequest, engine_settings
from desktop.engine.status import EngineState, EngineStatus, Ready
from desktop.language.words import tr

if TYPE_CHECKING:
    from core.engine.messages import EngineEvent
    from core.engine.questions import Question
    from core.image_source import ImageSource
    from core.images import Picture
    from core.results import Precision

_log = logging.getLogger(__name__)


class EngineBridge(QObject):
    """Owns the client and the one thread that makes it.

    Parameters
    ----------
    connect : Connect
        Makes the client.
    request : EngineRequest
        Which model, on what.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    numbers : iterator of int
        Gives every job, whoever asks for it, a number of its own.
    """

    status_changed = Signal(object)
    """EngineStatus."""
    noted = Signal(str)
    """A sentence the user should read: the engine was restarted, or changed its device."""
    decoded = Signal(int, object)
    """Job and Picture."""
    done = Signal(int, object)
    """Job and Analysis."""
    failed = Signal(int, object)
    """Job and LentigoError."""
    progressed = Signal(int, int, int)
    """Job that is a question, steps done, and all of them."""
    answered = Signal(int, object)
    """Job that is a question, and the reply."""
    stopped = Signal()
    """Every job was taken back."""
    _event = Signal(object)
    _made = Signal()
    _broke = Signal(object)

    def __init__(
        self, connect: Connect, request: EngineRequest, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.request = request
        self.status = EngineStatus()
        self.numbers = count(1)
        self._connect = connect
        self._client: Client | None = None
        self._waiting: list[Callable[[Client], None]] = []
        self._thread: threading.Thread | None = None
        self._open = True
        self._adopted = False
        self._event.connect(self._receive)
        self._made.connect(self._adopt)
        self._broke.connect(self._give_up)

    @property
    def known(self) -> bool:
        """Whether it is settled if there is a model."""
        return self.status.state is not EngineState.STARTING

    def start(self) -> None:
        """Begin to make the client."""
        self._thread = threading.Thread(
            target=self._make, args=(self.request,), name="engine-start"
        )
        self._thread.start()

    def restart(self, request: EngineRequest) -> None:
        """Start anew, perhaps with another model; what was submitted stays submitted."""
        self.request = request
        self._set_status(EngineStatus(ready=self.status.ready))
        if self._client is None and self._thread is not None and not self._thread.is_alive():
            self.start()  # the last attempt gave no client at all
        else:
            self._when_there(lambda client: client.restart(engine_settings(request)))

    def submit(
        self,
        source: ImageSource,
        *,
        job: int,
        priority: int = 0,
        thorough: bool = False,
        quick: Precision | None = None,
    ) -> None:
        """Ask for an analysis, perhaps of turned views as well, perhaps in lower precision."""
        self._when_there(
            lambda client: client.submit(
                source, job=job, priority=priority, thorough=thorough, quick=quick
            )
        )

    def ask(self, picture: Picture, question: Question, *, job: int) -> None:
        """Ask a question about an image."""
        self._when_there(lambda client: client.ask(picture, question, job=job))

    def cancel(self, job: int) -> None:
        """Take back one job."""
        self._when_there(lambda client: client.cancel(job))

    def cancel_all(self) -> None:
        """Take back every job."""
        self._when_there(lambda client: client.cancel_all())
        self.stopped.emit()

    def close(self) -> None:
        """End the inference process; idempotent."""
        self._open = False  # whatever is still under way comes too late
        self._waiting.clear()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def _when_there(self, command: Callable[[Client], None]) -> None:
        if self._client is None or not self._adopted:
            self._waiting.append(command)
        else:
            command(self._client)

    def _make(self, request: EngineRequest) -> None:
        """In the thread: import, connect, hand over."""
        try:
            self._client = self._connect(request, self._event.emit)
        except Exception as error:  # noqa: BLE001  # the window says it, whatever it is
            _log.exception("the engine's client cannot be made")
            self._broke.emit(error)
        else:
            self._made.emit()

    def _adopt(self) -> None:
        """In the GUI thread: hand over what was asked meanwhile."""
        client = self._client
        if client is None:  # closed meanwhile
            return
        self._adopted = True
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            command(client)

    def _give_up(self, error: Exception) -> None:
        """In the GUI thread: say that a part of Lentigo itself is missing or broken."""
        if self._open:
            named = DeviceUnavailable(
                tr(
                    "A part of Lentigo cannot be loaded ({error}): install Lentigo again.",
                    error=error,
                ),
                value=repr(error),
            )
            self._set_status(EngineStatus(EngineState.FAILED, None, named))

    def _receive(self, event: EngineEvent) -> None:
        if not self._open:
            return
        from core.engine import messages

        match event:
            case messages.JobDecoded(job=job, picture=picture):
                self.decoded.emit(job, picture)
            case messages.JobDone(job=job, analysis=analysis):
                self.done.emit(job, analysis)
            case messages.JobFailed(job=job, error=error):
                self.failed.emit(job, error)
            case messages.JobProgress(job=job, done=done, total=total):
                self.progressed.emit(job, done, total)
            case messages.JobAnswered(job=job, reply=reply):
                self.answered.emit(job, reply)
            case messages.EngineRestarted(reason=reason) | messages.DeviceFellBack(reason=reason):
                self.noted.emit(reason)
            case _:
                self._set_status(_status_after(event, self.status))

    def _set_status(self, status: EngineStatus) -> None:
        self.status = status
        self.status_changed.emit(status)


def _status_after(event: EngineEvent, former: EngineStatus) -> EngineStatus:
    from core.engine import messages

    match event:
        case messages.EngineReady() as said:
            ready = Ready(said.card, said.identity, said.engine, said.choice, said.signature)
            return EngineStatus(EngineState.READY, ready)
        case messages.EngineFailed(error=error):
            return EngineStatus(EngineState.FAILED, None, error)
    return EngineStatus(ready=former.ready)
