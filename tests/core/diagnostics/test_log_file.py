"""The log is of bounded size, loses no line to another process, and names nobody."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from core.diagnostics import log_file
from core.diagnostics.crash_files import keep_crash
from core.diagnostics.log_file import KEPT, NAME, LogFile, append
from core.logs import PrivateFormatter

MARK = "Zebedee-Marksman"
_WRITER = """
import sys
from pathlib import Path
from core.diagnostics import log_file
from core.diagnostics.crash_files import keep_crash
log_file.MOST_BYTES = 1200
for number in range(100):
    log_file.append(Path(sys.argv[1]), f"{sys.argv[2]} {number:04}\\n".encode())
"""


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def fail() -> None:
    raise ValueError(MARK)


def test_a_full_log_is_turned_and_the_oldest_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_file, "MOST_BYTES", 100)
    for number in range(60):
        append(tmp_path, f"line {number:04}\n".encode())
    files = sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("."))
    assert files == [NAME, f"{NAME}.1", f"{NAME}.2"][:KEPT]
    assert all((tmp_path / name).stat().st_size <= 100 for name in files)
    lines = [line for name in reversed(files) for line in lines_of(tmp_path / name)]
    numbers = [int(line.split()[1]) for line in lines]
    assert numbers == list(range(numbers[0], 60))


def test_processes_that_write_at_once_lose_nothing_but_the_oldest(
    tmp_path: Path, root: Path
) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, tmp_path, name], cwd=root)
        for name in ("one", "two")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    files = [tmp_path / f"{NAME}.2", tmp_path / f"{NAME}.1", tmp_path / NAME]
    lines = [line for file in files if file.exists() for line in lines_of(file)]
    assert (tmp_path / f"{NAME}.1").exists()
    assert len(lines) == 200
    for name in ("one", "two"):
        written = [line for line in lines if line.startswith(name)]
        assert written == [f"{name} {number:04}" for number in range(100)]


def test_records_arrive_with_time_and_process_and_without_names(logs: Path) -> None:
    logger = logging.Logger("core.somewhere")  # noqa: LOG001 - apart from those of all other tests
    handler = LogFile(logging.WARNING)
    handler.setFormatter(PrivateFormatter())
    logger.addHandler(handler)
    logger.info("not of this level")
    try:
        fail()
    except ValueError:
        logger.exception("%d images of %s failed", 3, MARK)
    text = (logs / NAME).read_text(encoding="utf-8")
    assert "ERROR core.somewhere: 3 images of str failed\nTraceback" in text
    assert text[:2] == "20"
    assert MARK not in text
    assert "not of this level" not in text
    assert (logs / NAME).stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_nothing_breaks(logs: Path) -> None:
    logs.write_text("no folder", encoding="utf-8")
    handler = LogFile()
    handler.emit(logging.LogRecord("core", logging.ERROR, "", 1, "words", None, None))
    assert logs.read_text(encoding="utf-8") == "no folder"


def test_a_letter_that_no_file_can_hold_costs_the_letter_alone(logs: Path) -> None:
    text = "in \udcff: builtins.ValueError"
    LogFile().emit(logging.LogRecord("core.x", logging.ERROR, "x.py", 1, text, None, None))
    keep_crash(text)
    (report,) = (logs / "crashes").glob("*.txt")
    assert "in ?: builtins.ValueError" in (logs / NAME).read_text("utf-8")
    assert "in ?: builtins.ValueError" in report.read_text("utf-8")
