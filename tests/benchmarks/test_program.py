"""Nobody waits without end for a program, however it behaves."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from benchmarks.program import Hung, Program
from tests.processes import is_gone, wait_until

SHORT = 0.2
ECHO = "import sys\nfor line in sys.stdin: print(line.upper(), end='', flush=True)"
SLEEPS = "import time; time.sleep(3600)"
DEAF = f"print('ready', flush=True); {SLEEPS}"
TWO = (
    "import subprocess, sys\n"
    f"subprocess.Popen([sys.executable, '-c', {DEAF!r}]); import time; time.sleep(3600)"
)


def program(code: str) -> Program:
    return Program([sys.executable, "-c", code])


def all_end(processes: Sequence[int]) -> None:
    wait_until(lambda: all(map(is_gone, processes)))


def test_what_is_told_is_answered() -> None:
    with program(ECHO) as one:
        one.tell("here")
        assert one.hear() == "HERE\n"
        one.tell("there")
        assert one.hear() == "THERE\n"


def test_the_end_is_heard_as_often_as_it_is_asked_for() -> None:
    with program("print('last')") as one:
        assert [one.hear(), one.hear(), one.hear()] == ["last\n", "", ""]
        one.tell("nobody hears this")


def test_who_says_nothing_is_stopped() -> None:
    with program(SLEEPS) as one:
        processes = one.processes
        with pytest.raises(Hung, match=r"^gave no answer within 0 s and was stopped\.$"):
            one.hear(limit=SHORT)
        all_end(processes)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whom a process has started")
def test_what_it_has_started_is_stopped_as_well() -> None:
    with program(TWO) as one:
        assert one.hear() == "ready\n"
        processes = one.processes
        assert len(processes) == 2
        with pytest.raises(Hung):
            one.hear(limit=SHORT)
    all_end(processes)


def test_who_does_not_end_by_itself_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.program._PATIENCE", SHORT)
    with program(DEAF) as one:
        processes = one.processes
        one.hear()
    all_end(processes)
