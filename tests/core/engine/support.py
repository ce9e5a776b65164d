"""A listener that tests can wait on, and pictures that say what is to happen."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import TypeVar

from PIL import Image

from core.engine.messages import EngineEvent, JobAnswered, JobDone, JobFailed
from core.errors import LentigoError
from core.explain.hidden import Hidden
from core.explain.methods import RawMap
from core.images import Picture, read_image
from tests.core.engine.fakes import Deed
from tests.core.tiny import SIZE

PATIENCE = 60.0
Event = TypeVar("Event")


class Listener:
    """Keeps all events, and lets a test wait for some."""

    def __init__(self) -> None:
        self.events: list[EngineEvent] = []
        self._changed = threading.Condition()

    def __call__(self, event: EngineEvent) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def of(self, kind: type[Event]) -> list[Event]:
        with self._changed:
            return [event for event in self.events if isinstance(event, kind)]

    def wait(self, kind: type[Event], count: int = 1) -> list[Event]:
        """Wait for so many events of a kind."""
        self.wait_until(lambda: len(self.of(kind)) >= count, f"{count} {kind.__name__}")
        return self.of(kind)

    def wait_for_answers(self, *jobs: int) -> None:
        self.wait_until(lambda: set(jobs) <= self.answers().keys(), f"answers to {jobs}")

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        with self._changed:
            if not self._changed.wait_for(condition, PATIENCE):
                kinds = Counter(type(event).__name__ for event in self.events)
                raise AssertionError(f"no {what} came, only {kinds}")

    def answers(self) -> Counter[int]:
        """Count how often each job was answered."""
        with self._changed:
            return Counter(
                event.job
                for event in self.events
                if isinstance(event, JobAnswered | JobDone | JobFailed)
            )

    def number(self, job: int) -> float:
        """Return the number that the fake runtime saw in a job's picture."""
        (done,) = (event for event in self.of(JobDone) if event.job == job)
        return float(done.analysis.logits[0])

    def reply(self, job: int) -> RawMap | Hidden:
        (answered,) = (event for event in self.of(JobAnswered) if event.job == job)
        return answered.reply

    def error(self, job: int) -> LentigoError:
        (failed,) = (event for event in self.of(JobFailed) if event.job == job)
        return failed.error


def picture(number: int = 0, deed: Deed = Deed.ECHO) -> bytes:
    """Paint a picture of one colour: the deed, and the number."""
    out = BytesIO()
    colour = (int(deed), number % 256, number // 256)
    Image.new("RGB", (SIZE[1], SIZE[0]), colour).save(out, "PNG")
    return out.getvalue()


def decoded(number: int = 0, deed: Deed = Deed.ECHO) -> Picture:
    """Return such a picture as `JobDecoded` brings it."""
    return read_image(picture(number, deed))
