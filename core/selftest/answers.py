"""What the engines say about the example images, asked as the window asks them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Final

from core.engine.client import EngineClient
from core.engine.messages import EngineEvent, EngineFailed, EngineReady, JobDone, JobFailed
from core.engine.settings import EngineSettings
from core.errors import EngineTimeout, InferenceError
from core.language import say
from core.model.runtime import DeviceRequest

if TYPE_CHECKING:
    from core.engine.request import EngineRequest
    from core.model.runtime import DeviceChoice

_PATIENCE: Final = 300.0  # seconds for all images; the engine's own limits end most waits sooner

Probabilities = Mapping[str, float]
"""Of each class, by its code."""


@dataclass(frozen=True, slots=True)
class EngineAnswers:
    """What one engine said.

    Parameters
    ----------
    choice : DeviceChoice
        What it runs on.
    sha256 : str
        Of the model's weights.
    probabilities : mapping of str to Probabilities
        By the name of the image's file.
    """

    choice: DeviceChoice
    sha256: str
    probabilities: Mapping[str, Probabilities]


def ask_engine(model: Path, sources: Sequence[Path], *, engine: EngineRequest) -> EngineAnswers:
    """Start an engine's process, have all images analysed, and end it.

    Parameters
    ----------
    model : Path
        Folder of the bundle.
    sources : sequence of Path
        Images.
    engine : EngineRequest
        Which runtime.

    Raises
    ------
    LentigoError
        If the engine cannot start, or an image gets no answer.
    """
    events: SimpleQueue[EngineEvent] = SimpleQueue()
    settings = EngineSettings(model, DeviceRequest.AUTO, engine)
    with EngineClient(settings, on_event=events.put) as client:
        for job, source in enumerate(sources):
            client.submit(source, job=job)
        return _gathered(events, sources)


def _gathered(events: SimpleQueue[EngineEvent], sources: Sequence[Path]) -> EngineAnswers:
    ready: EngineReady | None = None
    found: dict[str, Probabilities] = {}
    latest = monotonic() + _PATIENCE
    while len(found) < len(sources):
        match _next(events, latest=latest):
            case EngineReady() as ready:
                pass
            case JobDone(job, analysis):
                found[sources[job].name] = dict(analysis.probabilities)
            case EngineFailed(error) | JobFailed(_, error):
                raise error
    if ready is None:
        raise InferenceError(say("The example images are missing: install Lentigo again."))
    return EngineAnswers(ready.choice, ready.identity.sha256, found)


def _next(events: SimpleQueue[EngineEvent], *, latest: float) -> EngineEvent:
    try:
        return events.get(timeout=max(0.0, latest - monotonic()))
    except Empty as error:
        words = say("The engine did not answer in time and was stopped.")
        raise EngineTimeout(words) from error


def largest_difference(
    some: Mapping[str, Probabilities], others: Mapping[str, Probabilities]
) -> float:
    """Return how far probabilities of the same images and classes lie apart at most; 1 if others.

    Parameters
    ----------
    some, others : mapping of str to Probabilities
        By the name of the image's file.
    """
    if some.keys() != others.keys():
        return 1.0
    return max((_apart(one, others[name]) for name, one in some.items()), default=0.0)


def _apart(one: Probabilities, other: Probabilities) -> float:
    if one.keys() != other.keys():
        return 1.0
    return max(abs(value - other[code]) for code, value in one.items())
