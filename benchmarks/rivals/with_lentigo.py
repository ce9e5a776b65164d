"""Lentigo, asked like all others: ``engine`` as the window has it, ``script`` in one process.

The first has the file decoded by one process and analysed by another. Both give the whole analysis:
probabilities, the heat maps of all classes, what the picture's quality is, how unlike what the
model knows it is, and how far its finding can be believed.
"""

from __future__ import annotations

import atexit
import queue
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.rivals.talk import Answer, Task, serve
from core.engine import EngineClient, EngineSettings
from core.engine.messages import EngineEvent, EngineFailed, JobDone, JobFailed
from core.model import DeviceRequest
from core.paths import model_folder

if TYPE_CHECKING:
    from core.results import Analysis


def open_way(_: Task, way: str) -> Answer:
    """Start what is asked."""
    return in_engine() if way == "engine" else in_script()


def in_engine() -> Answer:
    """Start the processes; the first image is decoded while the engine loads its model."""
    events: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()
    settings = EngineSettings(model=model_folder(), device=DeviceRequest.CPU)
    client = EngineClient(settings, on_event=events.put)
    atexit.register(client.close)
    jobs = count()

    def answer(path: Path) -> list[float]:
        client.submit(path, job=next(jobs))
        return _told(_wait(events))

    return answer


def _wait(events: queue.SimpleQueue[EngineEvent]) -> Analysis:
    while not isinstance(event := events.get(), JobDone):
        if isinstance(event, EngineFailed | JobFailed):
            raise event.error
    return event.analysis


def in_script() -> Answer:
    """Open the model and decode in this process."""
    from core.engine import open_classifier
    from core.images import decode
    from core.model import Bundle

    classifier = open_classifier(Bundle.load(model_folder()), device=DeviceRequest.CPU)
    return lambda path: _told(classifier.analyse(decode(path.read_bytes())))


def _told(analysis: Analysis) -> list[float]:
    return list(analysis.probabilities.values())


if __name__ == "__main__":
    sys.exit(serve(open_way, "as it is here"))
