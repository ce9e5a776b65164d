"""Processes that crash, hang and do not start: nothing is lost, and nothing goes on for ever."""

from __future__ import annotations

import os
import random
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from core.diagnostics.reports import crash_reports
from core.engine.client import EngineClient, EngineSettings
from core.engine.messages import (
    EngineFailed,
    EngineReady,
    EngineRestarted,
    EngineStarting,
    JobDecoded,
    JobDone,
    JobFailed,
)
from core.errors import (
    EngineCrashed,
    EngineTimeout,
    EngineUnavailable,
    ImageError,
    InferenceError,
)
from tests.core.engine.conftest import Start
from tests.core.engine.fakes import STARTS_TO_FAIL, Deed
from tests.core.engine.support import Listener, picture
from tests.core.tiny import tiny_bundle
from tests.platforms import needs_bounds, needs_signals

pytestmark = needs_signals


def kill(engine: EngineClient, number: signal.Signals = signal.SIGKILL) -> None:
    pid = engine.pid
    assert pid is not None
    os.kill(pid, number)


@pytest.mark.expected_logs(r"broke down \(exit status 3\)")
def test_a_job_in_flight_is_done_again(start: Start, listener: Listener) -> None:
    engine = start()
    for job in range(5):
        engine.submit(picture(job, Deed.CRASH_ONCE if job == 2 else Deed.ECHO), job=job)
    listener.wait_for_answers(*range(5))
    assert [listener.number(job) for job in range(5)] == [0, 1, 2, 3, 4]
    assert len(listener.of(EngineRestarted)) == 1
    assert len(listener.of(EngineReady)) == 2


@pytest.mark.expected_logs(r"broke down \(signal SIGSEGV\)")
def test_where_native_code_crashed_is_written_down(
    start: Start, listener: Listener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "Zebedee"))
    monkeypatch.setenv("HOME", str(tmp_path / "Zebedee"))  # macOS looks there
    engine = start()
    listener.wait(EngineReady)
    kill(engine, signal.SIGSEGV)
    listener.wait(EngineReady, 2)
    (report,) = crash_reports()
    assert report.text.startswith("Lentigo ")
    assert "lentigo-engine" in report.text.splitlines()[0]
    assert report.headline == "Fatal Python error: Segmentation fault"
    assert "core/engine/worker.py" in report.text


@pytest.mark.expected_logs(r"broke down \(exit status 3\)")
def test_a_job_that_ends_the_process_twice_is_skipped(start: Start, listener: Listener) -> None:
    engine = start()
    for job, deed in enumerate([Deed.ECHO, Deed.CRASH, Deed.CRASH, Deed.ECHO]):
        engine.submit(picture(job, deed), job=job)
    listener.wait_for_answers(0, 1, 2, 3)
    assert isinstance(listener.error(1), EngineCrashed)
    assert isinstance(listener.error(2), EngineCrashed)
    assert (listener.number(0), listener.number(3)) == (0, 3)
    assert not listener.of(EngineFailed)


@pytest.mark.expected_logs(r"broke down \(exit status 3\)")
def test_an_engine_that_every_image_ends_is_given_up(start: Start, listener: Listener) -> None:
    engine = start(max_failures=2)
    for job in range(6):
        engine.submit(picture(job, Deed.CRASH), job=job)
    listener.wait_for_answers(*range(6))
    (failed,) = listener.of(EngineFailed)
    assert isinstance(failed.error, EngineUnavailable)
    kinds = [type(listener.error(job)) for job in range(6)]
    assert kinds == [EngineCrashed] * 2 + [EngineUnavailable] * 4
    assert len(listener.of(EngineStarting)) == 4


@pytest.mark.expected_logs("did not answer in time")
def test_a_process_that_hangs_is_replaced(start: Start, listener: Listener) -> None:
    engine = start(deadline_s=3)
    for job, deed in enumerate([Deed.HANG_ONCE, Deed.HANG, Deed.ECHO]):
        engine.submit(picture(job, deed), job=job)
    listener.wait_for_answers(0, 1, 2)
    assert listener.number(0) == 0
    assert isinstance(listener.error(1), EngineTimeout)
    assert listener.number(2) == 2


@pytest.mark.expected_logs("did not answer in time")
def test_a_process_that_does_not_even_listen_is_replaced(
    start: Start, listener: Listener, tmp_path: Path
) -> None:
    """Its pipe fills, so that sending blocks: that must not hold the deadline up."""
    large = {"height": 1024, "width": 1024, "mode": "stretch"}
    engine = start(model=tiny_bundle(tmp_path / "large", preprocessing=large).folder, deadline_s=3)
    listener.wait(EngineReady)
    kill(engine, signal.SIGSTOP)
    engine.submit(picture(3), job=3)
    listener.wait_for_answers(3)
    assert listener.number(3) == 3


@pytest.mark.expected_logs("took too long to start")
def test_a_start_that_hangs_is_tried_again(start: Start, listener: Listener) -> None:
    engine = start("hangs_at_start", start_deadline_s=20)
    engine.submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert listener.number(1) == 1


@pytest.mark.expected_logs(r"broke down \(exit status 7\)", "OSError: library not found")
def test_two_failed_starts_are_survived(start: Start, listener: Listener, model: Path) -> None:
    (model / STARTS_TO_FAIL).write_text("2")
    engine = start("fails_at_start")
    engine.submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert listener.number(1) == 1
    assert len(listener.of(EngineRestarted)) == 2


@pytest.mark.expected_logs(r"broke down \(exit status 7\)", "OSError: library not found")
def test_three_failed_starts_are_the_end_until_asked(
    start: Start, listener: Listener, model: Path
) -> None:
    (model / STARTS_TO_FAIL).write_text("3")
    engine = start("fails_at_start")
    for job in range(3):
        engine.submit(picture(job), job=job)
    listener.wait_for_answers(0, 1, 2)
    (failed,) = listener.of(EngineFailed)
    assert isinstance(failed.error, EngineUnavailable)
    assert "3 times in a row" in failed.error.message
    assert all(listener.error(job) is failed.error for job in range(3))
    assert len(listener.of(EngineStarting)) == 3
    assert len(listener.of(JobDecoded)) == 3

    engine.restart()
    engine.submit(picture(9), job=9)
    listener.wait_for_answers(9)
    assert listener.number(9) == 9


@pytest.mark.expected_logs("signal SIGKILL")
def test_an_idle_process_that_is_killed_comes_back(start: Start, listener: Listener) -> None:
    engine = start()
    listener.wait(EngineReady)
    kill(engine)
    listener.wait(EngineReady, 2)
    engine.submit(picture(1), job=1)
    listener.wait_for_answers(1)
    assert listener.number(1) == 1


def test_errors_of_the_runtime_belong_to_their_image(start: Start, listener: Listener) -> None:
    """Also those that nobody foresaw, and values that cannot cross between processes."""
    engine = start()
    for job, deed in enumerate([Deed.REFUSE, Deed.SURPRISE, Deed.ECHO]):
        engine.submit(picture(job, deed), job=job)
    listener.wait_for_answers(0, 1, 2)
    assert isinstance(listener.error(0), InferenceError)
    assert isinstance(listener.error(1), InferenceError)
    assert "KeyError" in listener.error(1).message
    assert listener.number(2) == 2
    assert len(listener.of(EngineStarting)) == 1


@needs_bounds
def test_a_job_without_memory_fails_by_name_and_others_do_not(
    start: Start, listener: Listener
) -> None:
    engine = start()
    for job in range(6):
        engine.submit(picture(job, Deed.OUT_OF_MEMORY if job == 2 else Deed.ECHO), job=job)
    listener.wait_for_answers(*range(6))
    (failed,) = listener.of(JobFailed)
    assert failed.job == 2
    assert isinstance(failed.error, InferenceError), failed.error
    assert sorted(done.job for done in listener.of(JobDone)) == [0, 1, 3, 4, 5]


@pytest.mark.expected_logs("signal SIGKILL")
def test_killed_at_any_moment_every_job_is_answered_once(start: Start, listener: Listener) -> None:
    """Never twice between two answers: that would be three failures in a row, rightly the end."""
    chance = random.Random(4)
    engine = start()
    broken = {job for job in range(200) if chance.random() < 0.05}
    for job in range(200):
        engine.submit(b"no image" if job in broken else picture(job), job=job)
    answered = 0
    while answered < 150:
        answered += chance.randint(2, 30)
        wait_for = min(answered, 200 - len(broken))
        listener.wait(JobDone, wait_for)
        with suppress(ProcessLookupError, AssertionError):  # between two processes
            kill(engine)
    listener.wait_for_answers(*range(200))
    assert set(listener.answers().values()) == {1}
    assert {job for job in range(200) if job not in broken} == {
        done.job for done in listener.of(JobDone)
    }
    for job in range(200):
        if job in broken:
            assert isinstance(listener.error(job), ImageError)
        else:
            assert listener.number(job) == job
    assert len(listener.of(EngineRestarted)) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.expected_logs("broke down")
def test_killed_by_the_clock_nothing_is_lost(start: Start, listener: Listener, seed: int) -> None:
    """Also while it starts, and twice in a row: then a job may fail, but by name."""
    chance = random.Random(seed)
    engine = start(max_failures=1000)
    over = threading.Event()

    def strike() -> None:
        while not over.wait(chance.uniform(0, 0.8)):
            with suppress(ProcessLookupError, AssertionError):  # between two processes
                kill(engine, chance.choice([signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM]))

    killer = threading.Thread(target=strike)
    killer.start()
    for job in range(200):
        engine.submit(picture(job), job=job)
    try:
        listener.wait(EngineRestarted, 15)
    finally:
        over.set()
        killer.join()
    listener.wait_for_answers(*range(200))
    assert set(listener.answers().values()) == {1}
    assert all(listener.number(done.job) == done.job for done in listener.of(JobDone))
    assert all(isinstance(failed.error, EngineCrashed) for failed in listener.of(JobFailed))


def test_closing_an_engine_that_hangs(
    settings: Callable[..., EngineSettings], listener: Listener
) -> None:
    engine = EngineClient(settings(), on_event=listener)
    engine.submit(picture(1, Deed.HANG), job=1)
    listener.wait(JobDecoded)
    listener.wait(EngineReady)
    engine.close()  # or this test never ends
    assert engine.pid is None
