"""An engine on a tiny bundle and a fake runtime, closed when the test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from core.engine.client import EngineClient, EngineSettings
from core.model import DeviceRequest
from tests.core.engine.support import Listener
from tests.core.tiny import tiny_bundle

Start = Callable[..., EngineClient]


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return the folder of a tiny bundle, the test's own."""
    return tiny_bundle(tmp_path / "model").folder


@pytest.fixture
def settings(model: Path) -> Callable[..., EngineSettings]:
    """Return a function that makes settings with a fake runtime, by its name."""

    def make(factory: str = "on_cpu", **changes: Any) -> EngineSettings:
        return EngineSettings(
            model=changes.pop("model", model),
            device=changes.pop("device", DeviceRequest.AUTO),
            runtime_factory=f"tests.core.engine.fakes:{factory}",
            **changes,
        )

    return make


@pytest.fixture
def start(settings: Callable[..., EngineSettings], listener: Listener) -> Iterator[Start]:
    """Return a function that starts an engine with a fake runtime."""
    with ExitStack() as stack:

        def start_engine(factory: str = "on_cpu", **changes: Any) -> EngineClient:
            engine = EngineClient(settings(factory, **changes), on_event=listener)
            return stack.enter_context(engine)

        yield start_engine
