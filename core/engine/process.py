"""The parent's side of one engine process."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import tempfile
import threading
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from core.language import say

if TYPE_CHECKING:
    from core.engine.protocol import Asked, Message, Stop, Work
    from core.engine.settings import EngineSettings

# Never fork: TensorFlow and Qt have threads in the parent, whose locks a fork would copy.
_CONTEXT: Final = multiprocessing.get_context("spawn")
_DYING_SECONDS: Final = 1.0
_LOGGED_BYTES: Final = 4000
_log = logging.getLogger(__name__)


class Duty(Enum):
    """What a process can be late with."""

    WORK = auto()
    """Its start, or an image."""
    QUESTION = auto()


class EngineProcess:
    """One process, from its start to its end; another one is another object.

    One thread speaks with it. `kill` is for any thread: it ends whatever that thread waits for.

    Parameters
    ----------
    settings : EngineSettings
        Which model, on what.

    Attributes
    ----------
    connection : Connection
        Readable when the process has said something, or has ended.
    overdue : Duty or None
        With what it was late, if it was killed for that.

    Raises
    ------
    OSError
        If the system starts no process.
    """

    def __init__(self, settings: EngineSettings) -> None:
        from core.engine.worker import serve  # brings pydantic, for which no window should wait

        self._chatter, path = tempfile.mkstemp(prefix="lentigo-engine-", suffix=".log")
        self._chatter_path = Path(path)
        self.overdue: Duty | None = None
        self._lock = threading.Lock()
        self._ended = False
        self._timers: dict[Duty, threading.Timer] = {}
        self.connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(
            target=serve, args=(theirs, settings, path), name="lentigo-engine", daemon=True
        )
        try:
            with theirs:
                self._process.start()
        except BaseException:
            self.connection.close()
            self._take_chatter()
            raise

    @property
    def pid(self) -> int | None:
        """Process id."""
        return None if self._ended else self._process.pid

    def send(self, task: Work | Asked | Stop) -> None:
        """Give the process something to do, or to leave.

        Raises
        ------
        OSError
            If it has ended.
        """
        self.connection.send(task)

    def receive(self) -> Message:
        """Hear what it says.

        Raises
        ------
        EOFError, OSError
            If it has ended.
        """
        return cast("Message", self.connection.recv())

    def limit(self, seconds: float, *, duty: Duty = Duty.WORK) -> None:
        """Have it killed unless `unlimit` is called in time; a former limit of the duty ends.

        The kill ends every wait of the thread that speaks with it, in whatever half-sent message.
        """
        timer = threading.Timer(seconds, lambda: self._expire(timer, duty))
        timer.name, timer.daemon = "lentigo-engine-deadline", True
        self.unlimit(duty)
        with self._lock:
            self._timers[duty] = timer
        timer.start()

    def unlimit(self, duty: Duty = Duty.WORK) -> None:
        """Call off the limit of a duty."""
        with self._lock:
            timer = self._timers.pop(duty, None)
        if timer is not None:
            timer.cancel()

    def kill(self) -> None:
        """End the process at once, from any thread."""
        with self._lock:
            if not self._ended:
                self._process.kill()

    def end(self, *, dying: bool = False) -> str:
        """End and reap it, and log what it wrote to the terminal.

        Parameters
        ----------
        dying : bool
            Whether it hung up by itself: then its own exit status is waited for.

        Returns
        -------
        str
            How it ended, in words.
        """
        for duty in Duty:
            self.unlimit(duty)
        if dying:
            self._process.join(_DYING_SECONDS)
        self.kill()
        with self._lock:  # no kill may meet a process id that the system has given anew
            self._ended = True
        self._process.join()
        how = _in_words(self._process.exitcode)
        with suppress(ValueError):  # another thread has just reaped it
            self._process.close()
        self.connection.close()
        if chatter := self._take_chatter():
            _log.debug("the engine process wrote:\n%s", chatter)
        return how

    def _expire(self, timer: threading.Timer, duty: Duty) -> None:
        with self._lock:
            if self._timers.get(duty) is not timer or self._ended:
                return
            self.overdue = duty
            self._process.kill()

    def _take_chatter(self) -> str:
        size = os.fstat(self._chatter).st_size
        os.lseek(self._chatter, max(0, size - _LOGGED_BYTES), os.SEEK_SET)
        text = os.read(self._chatter, _LOGGED_BYTES).decode(errors="replace")
        os.close(self._chatter)
        with suppress(OSError):  # on most systems the process itself has removed its name
            self._chatter_path.unlink()
        return text.strip()


def _in_words(status: int | None) -> str:
    if status is None:
        return say("unknown status")
    if status >= 0:
        return say("exit status {status}", status=status)
    try:
        return say("signal {name}", name=signal.Signals(-status).name)
    except ValueError:
        return say("signal {number}", number=-status)
