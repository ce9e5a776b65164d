"""Notices how long an event loop was held, and by what."""

from __future__ import annotations

import gc
import sys
import threading
import time
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT_MS = 50.0
"""A hold that a person begins to notice; longer ones are told one by one."""
_BEAT_MS = 5
_OURS = ("benchmarks", "core", "desktop")


@dataclass(frozen=True, slots=True)
class Hold:
    """One time that the loop did not come round.

    Parameters
    ----------
    at : float
        Its beginning, seconds since the heartbeat began.
    held_ms : float
        How long.
    busy_ms : float
        How long of it the loop's own thread was computing; the rest it waited: for another
        thread's turn, or for a processor that other programs had.
    collecting_ms : float
        How long of it the garbage collector looked for what is no longer used, in any thread.
    where : str
        The place in our code that it was in, as far as it was caught.
    """

    at: float
    held_ms: float
    busy_ms: float
    collecting_ms: float
    where: str


class Collecting:
    """Counts how long the garbage collector works: everything in the process waits for it.

    Attributes
    ----------
    worst_ms : float
        The longest collection.
    """

    def __init__(self) -> None:
        self.worst_ms = 0.0
        self._began = self._taken = 0.0

    def start(self) -> None:
        """Begin."""
        gc.callbacks.append(self._note)

    def stop(self) -> None:
        """End."""
        gc.callbacks.remove(self._note)

    def take(self) -> float:
        """Milliseconds of collecting since this was last asked for."""
        taken, self._taken = self._taken, 0.0
        return taken

    def _note(self, phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.perf_counter()
            return
        took = (time.perf_counter() - self._began) * 1e3
        self._taken += took
        self.worst_ms = max(self.worst_ms, took)


class Heartbeat(QObject):
    """Beats in the thread of the loop; a second thread looks where it is when a beat is late.

    Parameters
    ----------
    parent : QObject
        As for any QObject.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.worst_ms = 0.0
        self.holds: list[Hold] = []
        self._seen = ""
        self._began = self._last = time.perf_counter()
        self._busy = time.thread_time()
        self._thread = threading.get_ident()
        self._collecting = Collecting()
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look, name="heartbeat", daemon=True)
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin."""
        self._began = self._last = time.perf_counter()
        self._busy = time.thread_time()
        self._collecting.start()
        self._timer.start()
        self._watch.start()

    def stop(self) -> dict[str, object]:
        """End, and return what was noticed, as JSON can hold it."""
        self._timer.stop()
        self._collecting.stop()
        self._over.set()
        self._watch.join()
        return {
            "seconds": self._last - self._began,
            "worst_ms": self.worst_ms,
            "collecting_ms": self._collecting.worst_ms,
            "holds": [asdict(hold) for hold in self.holds],
        }

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        held = (now - self._last) * 1e3 - _BEAT_MS
        collecting = self._collecting.take()
        self.worst_ms = max(self.worst_ms, held)
        if held > LIMIT_MS:
            used = (busy - self._busy) * 1e3
            self.holds.append(Hold(self._last - self._began, held, used, collecting, self._seen))
        self._last, self._busy, self._seen = now, busy, ""

    def _look(self) -> None:
        while not self._over.wait(_BEAT_MS / 1e3):
            late = (time.perf_counter() - self._last) * 1e3
            if late > LIMIT_MS and not self._seen:
                self._seen = _place(sys._current_frames()[self._thread])  # noqa: SLF001 - public but for its name


def _place(frame: FrameType) -> str:
    for inner, line in traceback.walk_stack(frame):
        name = str(inner.f_globals.get("__name__", ""))
        if name.partition(".")[0] in _OURS and name != __name__:
            return f"{name}.{inner.f_code.co_name}:{line}"
    return Path(frame.f_code.co_filename).name
