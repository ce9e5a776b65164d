"""Workers that die, hang or run out of memory cost one file, by name, and no other."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import DecoderCrashed, DecoderTimeout
from core.images import ImageReader, Limits, Picture, process, worker
from tests.core.images.samples import encode, every_format, gradient
from tests.platforms import needs_bounds, needs_signals
from tests.processes import wait_until

pytestmark = needs_signals


def stopped(reader: ImageReader) -> int:
    """Start the worker, hold it, and return its process id."""
    reader.read(every_format()["png"])
    (pid,) = reader.worker_pids
    os.kill(pid, signal.SIGSTOP)
    return pid


def assert_works(reader: ImageReader) -> None:
    assert np.array_equal(reader.read(every_format()["png"]).pixels, gradient())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_worker_killed_at_work(number: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    with ImageReader(workers=1) as reader, ThreadPoolExecutor(1) as threads:
        pid = stopped(reader)
        given = threading.Event()
        receive = process._receive  # noqa: SLF001 - called once the worker has its job

        def tell(connection: Connection, deadline: float) -> Picture | worker.Tags | worker.Product:
            given.set()
            return receive(connection, deadline)

        monkeypatch.setattr(process, "_receive", tell)
        waiting = threads.submit(reader.read, every_format()["jpeg"])
        assert given.wait(60)
        os.kill(pid, number)
        os.kill(pid, signal.SIGCONT)
        with pytest.raises(DecoderCrashed, match="broke down") as caught:
            waiting.result()
        assert caught.value.value == -number
        assert_works(reader)


def test_an_idle_worker_that_died_is_replaced() -> None:
    with ImageReader(workers=1) as reader:
        pid = stopped(reader)
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        assert_works(reader)


def test_workers_killed_at_any_moment() -> None:
    """Also while their pixels are on the way, which takes a shared queue down for good."""
    large = encode(Image.new("RGB", (4000, 3000), "white"), "PNG")
    chance = random.Random(1)
    kinds = set()
    with ImageReader(workers=2) as reader:
        for _ in range(8):
            list(reader.read_many([every_format()["png"]] * 4))
            victim = random.choice(reader.worker_pids)
            timer = threading.Timer(chance.uniform(0, 0.2), os.kill, (victim, signal.SIGKILL))
            timer.start()
            for reading in reader.read_many([large] * 4):
                kinds.add(type(reading.outcome))
            timer.join()
        assert kinds <= {Picture, DecoderCrashed}
        assert_works(reader)


def test_a_worker_that_hangs() -> None:
    with ImageReader(limits=Limits(seconds=1.5), workers=1) as reader:
        stopped(reader)
        with pytest.raises(DecoderTimeout, match="too long"):
            reader.read(every_format()["jpeg"])
        assert_works(reader)


@needs_bounds
def test_a_worker_that_eats_memory() -> None:
    large = encode(Image.new("RGB", (8000, 6000)), "PNG")
    with ImageReader(limits=Limits(memory_bytes=64 << 20), workers=1) as reader:
        with pytest.raises(DecoderCrashed, match="memory"):
            reader.read(large)
        assert_works(reader)


def test_closing_while_at_work_ends_everything() -> None:
    reader = ImageReader(workers=2)
    readings = reader.read_many([every_format()["png"]] * 50)
    next(readings)
    pids = reader.worker_pids
    reader.close()
    assert reader.worker_pids == ()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    with pytest.raises((RuntimeError, CancelledError)):
        list(readings)


PROGRAM = """
import signal
import sys
from pathlib import Path
from core.images import ImageReader

def main():
    with ImageReader(workers=2) as reader:
        for n, reading in enumerate(reader.read_many(Path(sys.argv[1]) for _ in range(10**6))):
            if n == 3:
                print("running", flush=True)

if __name__ == "__main__":
    # A shell's background jobs, as a CI's may be, start with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
"""


def test_ctrl_c_prints_nothing_from_workers_and_leaves_none(tmp_path: Path, root: Path) -> None:
    (tmp_path / "a.png").write_bytes(every_format()["png"])
    (tmp_path / "program.py").write_text(PROGRAM)
    command = [sys.executable, str(tmp_path / "program.py"), str(tmp_path / "a.png")]
    with subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(root)}, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stdout.readline() == "running\n"
        os.killpg(program.pid, signal.SIGINT)
        try:
            _, errors = program.communicate(timeout=60)
        finally:
            program.kill()  # or the end of this block would wait for ever
    assert errors.count("Traceback") <= 1 or "During handling" in errors
    assert "serve" not in errors
    assert "SpawnProcess" not in errors
    assert_empty(program.pid)


def assert_empty(group: int) -> None:
    """Python's own helper process takes a moment to notice that it is alone."""
    wait_until(lambda: not has_members(group))


def has_members(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
