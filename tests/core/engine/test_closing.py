"""The end of an engine's life, and a listener that ends or fails it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from core.engine.client import EngineClient, EngineSettings
from core.engine.messages import (
    JobDone,
)
from tests.core.engine.conftest import Start
from tests.core.engine.fakes import Deed
from tests.core.engine.support import Listener, picture


def test_closing_while_at_work(start: Start, listener: Listener) -> None:
    engine = start()
    for job in range(3):
        engine.submit(picture(job), job=job)
    listener.wait(JobDone, 3)
    for job in range(3, 200):
        engine.submit(picture(job, Deed.WAIT), job=job)
    engine.close()  # or this test never ends: nothing says go
    assert len(listener.of(JobDone)) == 3
    count = len(listener.events)
    engine.close()
    engine.cancel(1)
    with pytest.raises(RuntimeError, match="closed"):
        engine.submit(b"", job=1000)
    with pytest.raises(RuntimeError, match="closed"):
        engine.restart()
    assert len(listener.events) == count
    assert engine.pid is None


def test_closing_at_once(settings: Callable[..., EngineSettings]) -> None:
    EngineClient(settings("hangs_at_start"), on_event=lambda _: None).close()


def test_the_listener_may_close_the_engine(settings: Callable[..., EngineSettings]) -> None:
    closed = threading.Event()

    def close(event: object) -> None:
        if isinstance(event, JobDone):
            engine.close()
            closed.set()

    engine = EngineClient(settings(), on_event=close)
    engine.submit(picture(1), job=1)
    assert closed.wait(60)


def test_a_listener_that_fails_harms_nothing(
    settings: Callable[..., EngineSettings], caplog: pytest.LogCaptureFixture
) -> None:
    heard = Listener()

    def fail(event: object) -> None:
        heard(event)  # type: ignore[arg-type]  # whatever comes
        raise ZeroDivisionError

    with EngineClient(settings(), on_event=fail) as engine:
        engine.submit(picture(1), job=1)
        heard.wait_for_answers(1)
    assert "listener failed at JobDone" in caplog.text
