"""Plays rounds in the window's own event loop: a step as soon as what it waits for is there."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from benchmarks.soak.round import play_round
from benchmarks.soak.state import State, look
from benchmarks.soak.user import Act, Condition, Stuck, User

_STEP_MS = 20
_PATIENCE_S = 600.0
"""For one step; the engine gives way to other work, of which a machine may have much."""


class Script(QObject):
    """Plays until the time is up, and tells what there is after each round.

    Parameters
    ----------
    user : User
        Who plays.
    rounds : int or None
        How many at most.
    seconds : float
        How long at most; a round that is begun comes to its end.
    tell : callable
        Takes the state after each round.
    end : callable
        Called once, with what went wrong, or None.
    parent : QObject
        As for any QObject; outlives all windows.
    """

    def __init__(
        self,
        user: User,
        *,
        rounds: int | None,
        seconds: float,
        tell: Callable[[State], None],
        end: Callable[[Exception | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._user = user
        self._rounds = rounds
        self._tell = tell
        self._end = end
        self._seconds = seconds
        self._number = 0
        self._act: Act = iter(())
        self._waits: Condition = lambda: True
        self._began = self._since = time.monotonic()
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._began = self._since = time.monotonic()
        self._timer.start()

    def _look(self) -> None:
        self._timer.stop()  # what is done may turn Qt's loop
        try:
            if self._go_on():
                self._timer.start()
        except Exception as error:  # noqa: BLE001  # whatever it is ends the run, and is told
            self._end(error)

    def _go_on(self) -> bool:
        if not self._waits():
            if time.monotonic() - self._since > _PATIENCE_S:
                raise Stuck(f"waited too long in {self._user.doing}")
            return True
        self._since = time.monotonic()
        waits = next(self._act, None)
        if waits is None:
            return self._next_round()
        self._waits = waits
        return True

    def _next_round(self) -> bool:
        passed = time.monotonic() - self._began
        self._waits = self._user.quiet
        if self._number:
            self._tell(look(self._number, passed))
        if passed > self._seconds or self._number == self._rounds:
            self._end(None)
            return False
        self._number += 1
        self._act = play_round(self._user, self._number)
        return True
