"""Inference in a process of its own, and the queue in front of it.

A crash of the runtime, a bad driver or a lack of memory costs no more than a moment: the process is
started again, on the CPU if the GPU failed, and the queue is finished. Importing this module loads
no runtime, no image library and no model.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Self

from core.engine.backlog import Backlog
from core.engine.bell import Bell
from core.engine.decoders import Decoders
from core.engine.outlet import Outlet
from core.engine.settings import EngineSettings
from core.engine.supervisor import Supervisor

if TYPE_CHECKING:
    from core.engine.messages import EngineEvent
    from core.engine.questions import Question
    from core.image_source import ImageSource
    from core.images import Picture
    from core.results import Precision

__all__ = ["EngineClient", "EngineSettings"]

_CLOSING_SECONDS: Final = 2.0
_log = logging.getLogger(__name__)


class EngineClient:
    """Analyses images in the background. No method blocks, but `close` for at most 2 seconds.

    Every job that is submitted and not cancelled is answered by exactly one `JobDone` or
    `JobFailed`, every question by one `JobAnswered` or `JobFailed`, whatever happens to the
    process, unless the client is closed first.

    Parameters
    ----------
    settings : EngineSettings
        Which model, on what, and how patient to be.
    on_event : callable
        Takes each event of `core.engine.messages`. Called from background threads, never from two
        at a time; it should only pass the event on.

    Examples
    --------
    >>> with EngineClient(settings, on_event=events.put) as engine:  # doctest: +SKIP
    ...     engine.submit(Path("lesion.jpg"), job=1)
    """

    def __init__(
        self, settings: EngineSettings, *, on_event: Callable[[EngineEvent], None]
    ) -> None:
        self._settings = settings
        self._bell = Bell()
        self._outlet = Outlet(on_event)
        self._backlog = Backlog(self._bell.ring)
        self._decoders = Decoders(self._backlog, self._outlet)
        self._supervisor = Supervisor(
            settings, backlog=self._backlog, outlet=self._outlet, bell=self._bell
        )
        self._thread = threading.Thread(
            target=self._supervisor.run, name="lentigo-engine", daemon=True
        )
        self._lock = threading.Lock()
        self._closed = False
        self._thread.start()
        self._decoders.start()

    @property
    def pid(self) -> int | None:
        """Process id of the engine process, None while there is none."""
        return self._supervisor.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(
        self,
        source: ImageSource,
        *,
        job: int,
        priority: int = 0,
        thorough: bool = False,
        quick: Precision | None = None,
    ) -> None:
        """Ask for the analysis of an image.

        Parameters
        ----------
        source : Path, bytes or Held
            A file, or what would be its content.
        job : int
            The caller's number, by which events name it; free again once it is answered or
            cancelled.
        priority : int
            The highest goes first; jobs of the same priority in the order in which they came.
        thorough : bool
            Whether to analyse turned and mirrored views as well, and say how far they agree.
        quick : Precision, optional
            Lower precision in which the network may be computed; the analysis says in which it
            was. What is near a threshold then should be asked again in full: see
            `core.model.guarded.is_clear`.

        Raises
        ------
        ValueError
            If a job of this number is not answered yet.
        RuntimeError
            If the client is closed.
        """
        self._backlog.add(source, number=job, priority=priority, thorough=thorough, quick=quick)

    def ask(self, picture: Picture, question: Question, *, job: int) -> None:
        """Ask a question about an image; images are analysed meanwhile.

        It is answered by one `JobAnswered` or `JobFailed`, after any count of `JobProgress`.

        Parameters
        ----------
        picture : Picture
            Decoded, as `JobDecoded` brings it.
        question : Question
            What is asked.
        job : int
            As for `submit`.

        Raises
        ------
        ValueError, RuntimeError
            As for `submit`.
        """
        self._backlog.ask(picture, question, number=job)

    def cancel(self, job: int) -> None:
        """Drop a job, queued or at work. An unknown number is no error: its answer came first.

        An event that is being handed over at this very moment may still arrive.
        """
        self._backlog.cancel(job)

    def cancel_all(self) -> None:
        """Drop all jobs."""
        self._backlog.cancel_all()

    def restart(self, settings: EngineSettings | None = None) -> None:
        """Replace the process, for another model or device, or after `EngineFailed`.

        Jobs that are not answered are kept and done by the new process.

        Parameters
        ----------
        settings : EngineSettings, optional
            The former ones by default. A GPU that had failed is tried again.

        Raises
        ------
        RuntimeError
            If the client is closed.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("this engine is closed")
            self._settings = settings or self._settings
            self._supervisor.restart(self._settings)

    def close(self) -> None:
        """End processes and threads, whatever they do; no event comes afterwards. Idempotent."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        deadline = time.monotonic() + _CLOSING_SECONDS
        self._outlet.close()
        self._backlog.close()
        self._supervisor.close()
        self._decoders.close(deadline=deadline)
        if self._thread is threading.current_thread():
            return  # the listener closes us: this thread ends when it returns
        self._thread.join(max(0.0, deadline - time.monotonic()))
        if self._thread.is_alive():
            _log.warning("the engine's thread is still at its listener")
