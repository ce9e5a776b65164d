"""What the window needs of the engine, and how the real one is made.

The real client's module brings numpy and pydantic, which would double the time until the window
shows; so it is imported when the window already stands, and not in its thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from core.engine.client import EngineSettings
    from core.engine.messages import EngineEvent
    from core.engine.questions import Question
    from core.image_source import ImageSource
    from core.images import Picture
    from core.results import Precision

OnEvent = Callable[["EngineEvent"], None]


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """Which model is wanted, and on what.

    Parameters
    ----------
    model : Path
        Folder of the bundle.
    device : str
        A value of `core.model.DeviceRequest`, which is not imported yet when this is made.
    """

    model: Path
    device: str = "auto"


class Client(Protocol):
    """An inference process and the queue in front of it; no method blocks."""

    def submit(
        self,
        source: ImageSource,
        *,
        job: int,
        priority: int = 0,
        thorough: bool = False,
        quick: Precision | None = None,
    ) -> None:
        """Ask for the analysis of an image; exactly one result or error comes for each job."""

    def ask(self, picture: Picture, question: Question, *, job: int) -> None:
        """Ask about an image; exactly one answer or error comes."""

    def cancel(self, job: int) -> None:
        """Take back one job or question."""

    def cancel_all(self) -> None:
        """Take back everything."""

    def restart(self, settings: EngineSettings | None = None) -> None:
        """Start anew, with other settings where they are given."""

    def close(self) -> None:
        """End the process; no event comes afterwards."""


Connect = Callable[[EngineRequest, OnEvent], Client]
"""Makes a client for a request. Called in a background thread, and may import what it needs."""


def connect_engine(request: EngineRequest, on_event: OnEvent) -> Client:
    """Start the real inference process."""
    from core.engine.client import EngineClient

    return EngineClient(engine_settings(request), on_event=on_event)


def engine_settings(request: EngineRequest) -> EngineSettings:
    """Say a request in the engine's own words."""
    from core.engine.client import EngineSettings
    from core.model import DeviceRequest

    return EngineSettings(model=request.model, device=DeviceRequest(request.device))
