"""ONNX Runtime reports to its maker unless it is told not to before it is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# It starts to report in a thread.
PROGRAM = """
import sys, time
import {module}
time.sleep(1)
"""


def traces(module: str, *, folder: Path, root: Path) -> list[str]:
    """Files that are written when a module is imported where nothing is set."""
    folder.mkdir()
    home = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME"), str(folder))
    kept = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    subprocess.run(
        [sys.executable, "-c", PROGRAM.format(module=module)],
        env=kept | home,
        cwd=root,
        check=True,
        timeout=60,
    )
    return [file.name for file in folder.rglob("*") if file.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="there it reports through the system")
def test_our_runtime_leaves_no_identity_behind(tmp_path: Path, root: Path) -> None:
    assert not traces("core.engine.onnx_runtime", folder=tmp_path / "home", root=root)
