"""A real X server without a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def x_server(log: Path, *, size: str = "1400x900") -> Iterator[str]:
    """Start one, give its name, and end it; skips, saying so, where there is none to start."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("needs Xvfb (on Debian: apt-get install xvfb)")
    reading, writing = os.pipe()
    options = ("-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp")
    with (
        log.open("wb") as errors,
        subprocess.Popen([server, *options], pass_fds=[writing], stderr=errors) as running,
    ):
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        running.terminate()
