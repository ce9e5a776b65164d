"""A clock that moves when it is told to."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.learning.quiz.questions import Clock
from tests.core.learning.answers import START


class StillClock:
    def __init__(self) -> None:
        self.moment: datetime = START
        self.clock = Clock(self._now, self._seconds)

    def forward(self, *, days: float = 0, seconds: float = 0) -> None:
        self.moment += timedelta(days=days, seconds=seconds)

    def _now(self) -> datetime:
        return self.moment

    def _seconds(self) -> float:
        return self.moment.timestamp()
