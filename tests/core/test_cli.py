"""What holds for every command, whatever it does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.guards.isolation import isolated_environment


def test_a_letter_that_the_terminal_lacks_is_an_escape(tmp_path: Path) -> None:
    home = tmp_path / "Łódź"
    home.mkdir()
    environment = {**os.environ, **isolated_environment(home), "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "crashes"], env=environment, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u0141" + "ód".encode("cp1252") in done.stdout
