"""What comes too late is never heard of, not even by a thread whose worker is gone."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from desktop.archive.worker import ArchiveWorker, Tell


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[BaseException | None]:
    """What threads of the test die of."""
    raised: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda about: raised.append(about.exc_value))
    return raised


@pytest.mark.parametrize("tells", [False, True])
def test_a_task_outlives_its_worker(
    qtbot: QtBot, errors: list[BaseException | None], *, tells: bool
) -> None:
    del qtbot
    go_on, threads = threading.Event(), list[threading.Thread]()
    begun = threading.Event()

    def work(tell: Tell) -> int:
        threads.append(threading.current_thread())
        begun.set()
        assert go_on.wait(30)
        if tells:
            tell(1, 2)
        return 1

    worker = ArchiveWorker()
    never: Callable[..., None] = pytest.fail
    worker.run(work, done=never, failed=never)
    assert begun.wait(30)
    worker.close()
    delete(worker)
    assert not isValid(worker)
    go_on.set()
    threads[0].join(30)
    assert errors == []
