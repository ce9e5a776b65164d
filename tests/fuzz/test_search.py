"""What a search finds can be kept: libFuzzer starts itself again to choose from it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz import __main__ as command
from tests.fuzz.targets import TARGETS


def test_a_reader_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["fuzz", "card", "nobody"])
    assert command.main() == 2
    assert capsys.readouterr().err == "There is no reader nobody; see --help.\n"


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="the fuzzer is for Linux and macOS")
def test_what_was_found_is_merged(root: Path, tmp_path: Path) -> None:
    found, kept = tmp_path / "found", tmp_path / "kept"
    found.mkdir()
    kept.mkdir()
    (card,) = TARGETS["card"].seeds().values()
    (found / "seed").write_bytes(card)
    (found / "same").write_bytes(card)
    command = [sys.executable, "-m", "tests.fuzz.search", "card", "-merge=1"]
    done = subprocess.run(
        [*command, str(kept), str(found)], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [path.read_bytes() for path in kept.iterdir()] == [card]
