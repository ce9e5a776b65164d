"""The engine's process and the program that owns it: they end together, and quietly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.core.engine.support import picture
from tests.platforms import needs_proc, needs_signals
from tests.processes import is_gone, wait_until

pytestmark = [needs_signals, needs_proc]

PROGRAM = """
import signal, sys, threading
from pathlib import Path

from core.engine.client import EngineClient, EngineSettings
from core.engine.messages import EngineReady, JobDecoded
from core.model import DeviceRequest

if __name__ == "__main__":
    # A shell's background jobs, as a CI's may be, start with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    awaited = EngineReady if sys.argv[2] == "on_cpu" else JobDecoded

    def tell(event):
        if isinstance(event, awaited):
            print(engine.pid, flush=True)

    made = threading.Event()
    settings = EngineSettings(
        model=Path(sys.argv[1]),
        device=DeviceRequest.AUTO,
        runtime_factory=f"tests.core.engine.fakes:{sys.argv[2]}",
    )
    engine = EngineClient(settings, on_event=tell)
    engine.submit(Path(sys.argv[3]), job=1)
    try:
        made.wait()
    except KeyboardInterrupt:
        engine.close()
"""


@pytest.fixture
def program(tmp_path: Path, model: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Return a function that runs an engine in a program of its own, in its own process group."""
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    image = tmp_path / "image.png"
    image.write_bytes(picture())
    running: list[subprocess.Popen[str]] = []

    def run(factory: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, script, model, factory, image],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,
        )
        running.append(process)
        return process

    yield run
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def first_line(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


@pytest.mark.parametrize("factory", ["on_cpu", "hangs_at_start"])
def test_the_process_ends_with_its_parent(
    program: Callable[[str], subprocess.Popen[str]], factory: str
) -> None:
    """Also while its model loads."""
    process = program(factory)
    engine = first_line(process)
    assert not is_gone(engine)
    process.kill()
    wait_until(lambda: is_gone(engine))


@pytest.mark.parametrize("factory", ["on_cpu", "hangs_at_start"])
def test_ctrl_c_prints_nothing(
    program: Callable[[str], subprocess.Popen[str]], factory: str
) -> None:
    """The terminal sends it to the whole group."""
    process = program(factory)
    first_line(process)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=120) == ("", "")
    assert process.returncode == 0
