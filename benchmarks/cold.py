"""From nothing to the first answer: a fresh program starts the engine as the window does.

``python -m benchmarks.cold MODEL ENGINE IMAGE`` is that program. Files are warm in the system's
cache, as
they are at every start but a day's first.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import peak_mb, resident_mb
from core.engine import EngineClient, EngineRequest, EngineSettings
from core.engine.messages import EngineEvent, EngineFailed, JobDone, JobFailed

_MORE = 20  # analyses after the first, until memory has settled


@dataclass(frozen=True, slots=True)
class Start:
    """What one start cost.

    Parameters
    ----------
    seconds : float
        From the program's start to its first answer.
    resident_mb, peak_mb : float
        Memory of the engine's process after some more answers, and the most it ever had; 0 where
        the system does not say.
    """

    seconds: float
    resident_mb: float
    peak_mb: float


def start(model: Path, engine: EngineRequest, image: Path) -> Start:
    """Start a fresh program and let it answer.

    Raises
    ------
    RuntimeError
        If it gives no answer.
    """
    command = [sys.executable, "-m", "benchmarks.cold", str(model), str(engine), str(image)]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or not process.stdout.readline():
            raise RuntimeError(f"{engine} did not answer")
        seconds = time.perf_counter() - begun
        return Start(seconds, *json.loads(process.stdout.readline()))


def main() -> None:
    """Answer once, say so; answer some more, and say what memory that took."""
    from core.model import DeviceRequest

    model, engine, image = sys.argv[1:]
    events: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()
    settings = EngineSettings(
        model=Path(model), device=DeviceRequest.CPU, engine=EngineRequest(engine)
    )
    with EngineClient(settings, on_event=events.put) as client:
        for job in range(_MORE + 1):
            client.submit(Path(image), job=job)
            _wait(events)
            if job == 0:
                sys.stdout.write("answered\n")
                sys.stdout.flush()
        sys.stdout.write(json.dumps([resident_mb(client.pid), peak_mb(client.pid)]) + "\n")


def _wait(events: queue.SimpleQueue[EngineEvent]) -> None:
    while not isinstance(event := events.get(), JobDone):
        if isinstance(event, EngineFailed | JobFailed):
            raise event.error


if __name__ == "__main__":
    main()
