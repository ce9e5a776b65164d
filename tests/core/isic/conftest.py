"""An archive of our own, and a way to fetch from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.isic.client import Client
from core.isic.fetch import Fetched, fetch
from core.isic.transport import Transport
from core.isic.wanted import Wanted
from tests.core.isic.archive import Archive, image, serving


@pytest.fixture
def archive() -> Iterator[Archive]:
    with serving(Archive([image(number) for number in range(1, 8)])) as found:
        yield found


@pytest.fixture
def waited() -> list[float]:
    return []


@pytest.fixture
def get(
    archive: Archive, tmp_path: Path, waited: list[float]
) -> Iterator[Callable[[Wanted], Fetched]]:
    transport = Transport(local=True, sleep=waited.append)

    def call(wanted: Wanted) -> Fetched:
        return fetch(wanted, Client(transport, api=archive.api), folder=tmp_path / "isic")

    yield call
    transport.close()
