from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.engine.messages import DeviceFellBack, EngineRestarted, EngineStarting
from core.errors import BundleDamaged
from desktop.engine.bridge import EngineBridge
from desktop.engine.client import Client, EngineRequest, OnEvent
from desktop.engine.status import EngineState, engine_words, model_words, status_details
from tests.desktop.fake_engine import FakeEngine

REQUEST = EngineRequest(Path("model"))


class SlowEngine(FakeEngine):
    """Takes its time, as an import does."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def connect(self, request: EngineRequest, on_event: OnEvent) -> Client:  # type: ignore[override]  # wider on purpose
        self.go.wait(10)
        return super().connect(request, on_event)


@pytest.fixture
def slow(qtbot: QtBot) -> Iterator[tuple[SlowEngine, EngineBridge]]:
    del qtbot
    engine = SlowEngine()
    bridge = EngineBridge(engine.connect, REQUEST)
    yield engine, bridge
    engine.go.set()
    bridge.close()


def test_what_is_asked_too_early_is_kept(
    slow: tuple[SlowEngine, EngineBridge], qtbot: QtBot
) -> None:
    engine, bridge = slow
    bridge.start()
    bridge.submit(b"one", job=1)
    bridge.submit(b"two", job=2)
    bridge.cancel(1)
    assert not engine.clients
    engine.go.set()
    qtbot.waitUntil(lambda: bool(engine.clients) and list(engine.client.open) == [2])


def test_closing_while_it_is_made_leaves_nothing(slow: tuple[SlowEngine, EngineBridge]) -> None:
    engine, bridge = slow
    bridge.start()
    engine.go.set()
    bridge.close()
    assert engine.client.closed
    bridge.close()


def test_events_become_status_and_notices(qtbot: QtBot) -> None:
    engine = FakeEngine(ready=False)
    bridge = EngineBridge(engine.connect, REQUEST)
    assert model_words(bridge.status) == "The model is starting…"
    bridge.start()
    qtbot.waitUntil(lambda: bool(engine.clients))
    engine.client.become_ready()
    qtbot.waitUntil(lambda: bridge.known)
    assert model_words(bridge.status) == "Model try-out 1.0"
    assert engine_words(bridge.status) == "TensorFlow on CPU"
    assert "CC BY-NC 4.0" in status_details(bridge.status)
    for event in (EngineRestarted("It had died."), DeviceFellBack("The GPU failed.")):
        with qtbot.waitSignal(bridge.noted) as noted:
            engine.client.send(event)
        assert noted.args == [event.reason]
    engine.client.send(EngineStarting())
    assert bridge.status.state is EngineState.STARTING
    assert bridge.status.card is not None
    bridge.close()


def test_a_broken_model_is_said(qtbot: QtBot) -> None:
    engine = FakeEngine(ready=False)
    bridge = EngineBridge(engine.connect, REQUEST)
    bridge.start()
    qtbot.waitUntil(lambda: bool(engine.clients))
    engine.client.break_down(BundleDamaged("It has changed."))
    qtbot.waitUntil(lambda: bridge.known)
    assert model_words(bridge.status) == "No model"
    assert status_details(bridge.status) == "It has changed."
    bridge.restart(EngineRequest(Path("other"), "cpu"))
    qtbot.waitUntil(lambda: bool(engine.client.restarts))
    settings = engine.client.restarts[0]
    assert settings is not None
    assert settings.model == Path("other")
    bridge.close()


@pytest.mark.expected_logs("client cannot be made")
def test_a_client_that_cannot_be_made_can_be_tried_again(qtbot: QtBot) -> None:
    engine = FakeEngine()
    broken = True

    def connect(request: EngineRequest, on_event: OnEvent) -> Client:
        if broken:
            raise ImportError("no such library")
        return engine.connect(request, on_event)

    bridge = EngineBridge(connect, REQUEST)
    bridge.start()
    qtbot.waitUntil(lambda: bridge.known)
    assert "no such library" in status_details(bridge.status)
    bridge.submit(b"one", job=1)
    broken = False
    bridge.restart(REQUEST)
    qtbot.waitUntil(lambda: bool(engine.clients) and list(engine.client.open) == [1])
    bridge.close()
