"""The parent's side of one engine process."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from core.engine.protocol import Message, Work
    from core.engine.settings import EngineSettings

# Never fork: TensorFlow and Qt have threads in the parent, whose locks a fork would copy.
_CONTEXT: Final = multiprocessing.get_context("spawn")
_DYING_SECONDS: Final = 1.0
_LOGGED_BYTES: Final = 4000
_log = logging.getLogger(__name__)


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
    overdue : bool
        Whether it was killed because a time limit passed.

    Raises
    ------
    OSError
        If the system starts no process.
    """

    def __init__(self, settings: EngineSettings) -> None:
        from core.engine.worker import serve  # brings pydantic, for which no window should wait

        self._chatter, path = tempfile.mkstemp(prefix="lentigo-engine-", suffix=".log")
        self._chatter_path = Path(path)
        self.overdue = False
        self._lock = threading.Lock()
        self._ended = False
        self._timer: threading.Timer | None = None
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

    def send(self, work: Work) -> None:
        """Give the process an image.

        Raises
        ------
        OSError
            If it has ended.
        """
        self.connection.send(work)

    def receive(self) -> Message:
        """Hear what it says.

        Raises
        ------
        EOFError, OSError
            If it has ended.
        """
        return cast("Message", self.connection.recv())

    def limit(self, seconds: float) -> None:
        """Have it killed unless `unlimit` is called in time.

        The kill ends every wait of the thread that speaks with it, in whatever half-sent message.
        """
        timer = threading.Timer(seconds, lambda: self._expire(timer))
        timer.name, timer.daemon = "lentigo-engine-deadline", True
        with self._lock:
            self._timer = timer
        timer.start()

    def unlimit(self) -> bool:
        """Call off the limit; return whether it was still in time."""
        with self._lock:
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        return not self.overdue

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
        self.unlimit()
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

    def _expire(self, timer: threading.Timer) -> None:
        with self._lock:
            if self._timer is not timer or self._ended:
                return
            self.overdue = True
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
        return "unknown status"
    if status >= 0:
        return f"exit status {status}"
    try:
        return f"signal {signal.Signals(-status).name}"
    except ValueError:
        return f"signal {-status}"
