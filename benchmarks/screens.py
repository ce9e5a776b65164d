"""Screens where there is none: Qt's own, and an X server in memory where that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

OFFSCREEN = "offscreen"
X_SERVER = "Xvfb"


@contextmanager
def screens() -> Iterator[dict[str, Mapping[str, str]]]:
    """Yield the environment of each screen by its name; the X server ends with the block."""
    found: dict[str, Mapping[str, str]] = {OFFSCREEN: {"QT_QPA_PLATFORM": "offscreen"}}
    server = shutil.which(X_SERVER)
    if server is None:
        yield found
        return
    with _x_server(server) as display:
        yield found | {X_SERVER: {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}}


@contextmanager
def _x_server(program: str) -> Iterator[str]:
    reading, writing = os.pipe()
    options = ("-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp")
    with subprocess.Popen(
        [program, *options], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as running:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            running.terminate()
