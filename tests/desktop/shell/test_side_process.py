from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from core.errors import ImageTooLarge, OutputError
from desktop.shell.side_process import SideProcess
from tests.platforms import needs_proc, needs_signals
from tests.processes import is_gone, wait_until

pytestmark = [needs_signals, needs_proc]

IMPORTED = """
import sys
import core.report.answer_plots, desktop.cases.reported, desktop.look.shown
import desktop.shell.side_process
print([name for name in sys.modules if name.startswith("PySide6.")])
"""
ORPHAN = """
import os
from desktop.shell.side_process import SideProcess

if __name__ == "__main__":
    print(SideProcess().run(os.getpid), flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def aside() -> Iterator[SideProcess]:
    process = SideProcess()
    yield process
    process.close()


def refuse(side: int) -> None:
    raise ImageTooLarge("This picture is too large.", value=side)


def test_work_is_done_in_one_other_process_that_lets_others_go_first(aside: SideProcess) -> None:
    first = aside.run(os.getpid)
    assert first != os.getpid()
    assert aside.run(os.getpid) == first
    assert aside.run(partial(os.nice, 0)) > os.nice(0)


def test_an_error_comes_back_whole(aside: SideProcess) -> None:
    with pytest.raises(ImageTooLarge, match="too large") as caught:
        aside.run(partial(refuse, 70_000))
    assert caught.value.value == 70_000


def test_a_breakdown_is_one_sentence_and_the_next_work_is_done(aside: SideProcess) -> None:
    first = aside.run(os.getpid)
    with pytest.raises(OutputError, match="broke down"):
        aside.run(partial(os._exit, 9))
    assert aside.run(os.getpid) not in {first, os.getpid()}


def test_it_can_be_killed_at_work(aside: SideProcess, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as waiting:
        victim = aside.run(os.getpid)
        work = waiting.submit(aside.run, partial(pipe.read_text, encoding="ascii"))
        os.kill(victim, signal.SIGKILL)
        with pytest.raises(OutputError, match="broke down"):
            work.result()
    assert aside.run(os.getpid) != victim


def test_it_rests_when_idle_and_never_at_work(aside: SideProcess, tmp_path: Path) -> None:
    first = aside.run(os.getpid)
    aside.rest()
    wait_until(partial(is_gone, first))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as waiting:
        work = waiting.submit(aside.run, partial(pipe.read_text, encoding="ascii"))
        with pipe.open("w", encoding="ascii") as end:  # opens once the other end is being read
            aside.rest()
            end.write("done")
        assert work.result() == "done"


def test_what_it_says_names_nobody(aside: SideProcess, capfd: pytest.CaptureFixture[str]) -> None:
    aside.run(partial(warnings.warn, "Zebedee Marksman is no date", stacklevel=1))
    aside.run(partial(logging.log, logging.WARNING, "Zebedee Marksman"))
    said = capfd.readouterr().err
    assert said.count("is withheld") == 2
    assert "Zebedee" not in said


def test_ctrl_c_is_not_its_business(aside: SideProcess) -> None:
    aside.run(partial(signal.raise_signal, signal.SIGINT))
    assert aside.run(partial(signal.getsignal, signal.SIGINT)) == signal.SIG_IGN
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_it_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert ended.returncode == -signal.SIGKILL
    wait_until(lambda: is_gone(int(ended.stdout)))


def test_what_is_made_aside_needs_no_qt() -> None:
    command = [sys.executable, "-c", IMPORTED]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"
