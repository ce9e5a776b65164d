"""ONNX Runtime reports to its maker unless it is told not to before it is imported."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

IMPORTS = re.compile(r"^(?:import|from) onnxruntime\b", re.MULTILINE)
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


def programs(root: Path) -> list[Path]:
    """Files that import the runtime, but those of tests, whose environment says it."""
    folders = ("benchmarks", "core", "desktop", "scripts", "training")
    files = [file for folder in folders for file in (root / folder).rglob("*.py")]
    return [file for file in files if IMPORTS.search(file.read_text(encoding="utf-8"))]


def test_whoever_imports_it_tells_it_before(root: Path) -> None:
    found = programs(root)
    assert root / "core" / "engine" / "onnx_runtime.py" in found
    for file in found:
        before = IMPORTS.split(file.read_text(encoding="utf-8"), maxsplit=1)[0]
        assert "ORT_DISABLE_TELEMETRY" in before, file
