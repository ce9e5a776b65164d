"""Threads of numpy do not keep the cores busy that the network needs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = (
    "import sys, core, os\n"
    "assert 'numpy' not in sys.modules\n"
    "print(os.environ['OPENBLAS_THREAD_TIMEOUT'])"
)


@pytest.mark.parametrize(("stated", "found"), [(None, "4"), ("20", "20")])
def test_it_is_said_before_numpy_is_loaded(stated: str | None, found: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_THREAD_TIMEOUT"}
    if stated is not None:
        environment["OPENBLAS_THREAD_TIMEOUT"] = stated
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == found
