"""The window's helpers step back; what a command asks of them is done at its own pace."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from core.images import ImageReader, Limits
from tests.core.images.samples import every_format

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has classes instead")


def test_giving_way_makes_a_process_nicer() -> None:
    script = "import os; from core.priority import give_way; give_way(); print(os.nice(0))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert int(done.stdout) == min(os.nice(0) + 5, 19)


@pytest.mark.parametrize("gives_way", [False, True])
def test_decoders_give_way_only_where_asked(*, gives_way: bool) -> None:
    with ImageReader(limits=Limits(gives_way=gives_way), workers=1) as reader:
        reader.read(every_format()["png"])
        (worker,) = reader.worker_pids
        assert (os.getpriority(os.PRIO_PROCESS, worker) > os.nice(0)) is gives_way
