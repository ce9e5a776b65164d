"""What an engine is told before it starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.engine.request import EngineRequest

if TYPE_CHECKING:
    from pathlib import Path

    from core.model import DeviceRequest


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Which model, on what, and how patient to be.

    Parameters
    ----------
    model : Path
        Folder of the bundle.
    device : DeviceRequest
        What to run on.
    engine : EngineRequest
        Which runtime.
    deadline_s : float
        Longest time for one image in the network, in seconds; then the process counts as hung.
    question_deadline_s : float
        The same for the next step of a question; the first of them may load a runtime.
    start_deadline_s : float
        The same for its start, with the import of the runtime and the loading of the model.
    max_failures : int
        How many failures in a row end the attempts.
    runtime_factory : str
        ``module:function`` that opens the classifier in the process. Private: other than the
        default only in tests, which have no other way to make a runtime fail in another process.

    Raises
    ------
    ValueError
        If a bound is not positive.
    """

    model: Path
    device: DeviceRequest
    engine: EngineRequest = EngineRequest.AUTO
    deadline_s: float = 30.0
    question_deadline_s: float = 120.0
    start_deadline_s: float = 120.0
    max_failures: int = 3
    runtime_factory: str = "core.engine.choice:open_classifier"

    def __post_init__(self) -> None:
        deadlines = (self.deadline_s, self.question_deadline_s, self.start_deadline_s)
        if min(*deadlines, self.max_failures) <= 0:
            raise ValueError("Deadlines and the number of failures must be positive.")
