"""Journeys use the window as the tests of `desktop` do."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from core.logs import PrivateFormatter
from tests.desktop.cases.filled import fill
from tests.desktop.conftest import (
    make_window,
    own_cases,
    own_learning,
    readers,
    speak,
    window,
)
from tests.guards.offline import offline

__all__ = ["make_window", "own_cases", "own_learning", "readers", "speak", "window"]


@pytest.fixture(autouse=True)
def _offline(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """No journey may ask another computer, nor may what it starts; some run a server themselves."""
    local = request.node.get_closest_marker("local_server") is not None
    with offline(tmp_path_factory.mktemp("offline") / "asked.txt", local_servers=local):
        yield


@pytest.fixture
def store(own_cases: CaseAddress) -> Iterator[CaseStore]:
    """Some cases, which somebody at another workstation has open."""
    fill(own_cases)
    store = CaseStore.open(own_cases)
    yield store
    store.close()


@pytest.fixture
def overheard() -> Iterator[io.StringIO]:
    """Everything that is logged, at every level, as the program would write it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(PrivateFormatter())
    loggers = [logging.getLogger(name) for name in ("", "core", "desktop")]
    before = [logger.level for logger in loggers]
    loggers[0].addHandler(handler)
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    yield written
    loggers[0].removeHandler(handler)
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)
