"""Logs and crash reports say what failed and where, and name nobody."""

from __future__ import annotations

import ast
import io
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.cases.turning import Way
from core.diagnostics import crash_files
from core.errors import FileMissing, LentigoError
from core.logs import PrivateFormatter, Word, _report, private_traceback

MARK = "Zebedee-Marksman"


@pytest.fixture
def written() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(written: io.StringIO) -> logging.Logger:
    logger = logging.Logger("core.somewhere")  # noqa: LOG001 - apart from those of all other tests
    handler = logging.StreamHandler(written)
    handler.setFormatter(PrivateFormatter())
    logger.addHandler(handler)
    return logger


def fail() -> None:
    try:
        Path(f"/nowhere/{MARK}.jpg").read_bytes()
    except OSError as error:
        raise FileMissing(f"There is no {MARK}.jpg.", value=Path(MARK)) from error


def caught() -> LentigoError:
    with pytest.raises(LentigoError) as told:
        fail()
    return told.value


def test_an_error_is_its_kind_and_its_places() -> None:
    said = private_traceback(caught())
    assert said.index("FileNotFoundError") < said.index("core.errors.images.FileMissing")
    assert "in fail" in said
    assert ", line " in said
    assert MARK not in said


def test_a_log_line_keeps_its_own_words_alone(log: logging.Logger, written: io.StringIO) -> None:
    error = caught()
    log.warning("%s images could not be read: %s, %s", 3, Path(MARK) / "a.jpg", error)
    try:
        raise error
    except LentigoError:
        log.exception("a job failed")
    said = written.getvalue()
    assert "WARNING core.somewhere: 3 images could not be read: PosixPath, FileMissing" in said
    assert "ERROR core.somewhere: a job failed\nTraceback" in said
    assert MARK not in said


def test_a_text_is_withheld_unless_it_is_the_programs_own(
    log: logging.Logger, written: io.StringIO
) -> None:
    log.warning("%s, %s, %s", MARK, Word("theme"), Way.SEALING)
    log.warning("%d images of %s", MARK, [MARK])
    said = written.getvalue()
    assert "str, theme, sealing" in said
    assert MARK not in said


def test_nothing_is_logged_but_kinds_counts_and_words_of_the_program(root: Path) -> None:
    """Any other text is withheld, unless all logs are shown; so it would be of no use."""
    calls = [(path, call) for path, call in _logging(root)]
    assert len(calls) > 10
    for path, call in calls:
        said, *given = call.args
        assert isinstance(said, ast.Constant), f"{path}: {ast.unparse(call)}"
        for one in map(ast.unparse, given):
            harmless = one == "error" or one.startswith(("Word(", "len("))
            assert harmless or (path, one) in _FOR_FULL_LOGS, f"{path}: {one}"


_FOR_FULL_LOGS = {
    ("core/engine/process.py", "chatter"),
    ("core/engine/quiet.py", "_content(held.fileno()).decode(errors='replace')"),
}
"""What others wrote: it stands in no log but those that show all."""


def _logging(root: Path) -> Iterator[tuple[str, ast.Call]]:
    levels = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    for folder in ("core", "desktop", "training"):
        for path in sorted(root.joinpath(folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)):
                        if attr in levels and name in {"_log", "log", "logger", "logging"}:
                            yield path.relative_to(root).as_posix(), node


def test_what_libraries_say_is_withheld(log: logging.Logger, written: io.StringIO) -> None:
    log.name = "pydicom"
    log.warning("Invalid value for VR PN: '%s'", MARK)
    log.warning("Invalid value for VR PN: %(name)s", {"name": MARK})
    said = written.getvalue()
    assert said.count("WARNING pydicom: what it says is withheld") == 2
    assert MARK not in said


def test_causes_that_go_in_circles_end() -> None:
    one, other = ValueError(MARK), KeyError(MARK)
    one.__cause__, other.__cause__ = other, one
    assert private_traceback(one).count("Traceback") == 2


CRASHES = {
    "nobody caught it": "raise ValueError(MARK)",
    "in a thread": "import threading; t = threading.Thread(target=int, args=(MARK,)); t.start()",
    "when it was collected": ("class Bad:\n def __del__(self):\n  raise ValueError(MARK)\nBad()"),
    "a library warned": "import warnings; warnings.warn(MARK)",
    "a library logged": "import logging; logging.getLogger('pydicom').warning(MARK)",
}


@pytest.mark.parametrize("crash", CRASHES.values(), ids=CRASHES)
def test_a_last_resort_names_nobody(root: Path, tmp_path: Path, crash: str) -> None:
    script = tmp_path / f"{MARK}.py"
    script.write_text(f"from core import logs\nlogs.set_up()\nMARK = {MARK!r}\n{crash}\n")
    for full in ("", "1"):
        done = subprocess.run(
            [sys.executable, str(script)], capture_output=True, text=True, check=False,
            env={
                "PYTHONPATH": str(root), "LENTIGO_FULL_LOGS": full, "HOME": str(tmp_path / "home"),
                "LOCALAPPDATA": str(tmp_path / "home"),
            },
        )  # fmt: skip
        assert done.stderr
        assert (MARK in done.stderr) is bool(full)
    kept = [file.read_text("utf-8") for file in (tmp_path / "home").rglob("*.*") if file.is_file()]
    assert any("core." in text or "__main__" in text or "withheld" in text for text in kept)
    assert MARK not in "".join(kept)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes none")
def test_no_memory_is_left_behind(root: Path) -> None:
    code = "from core import logs; logs.set_up(); import resource; print(resource.getrlimit(4)[0])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.stdout == "0\n"


def test_what_breaks_while_a_crash_is_written_down_does_not_hide_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail_too(_text: str) -> None:
        raise RuntimeError(MARK)

    monkeypatch.setattr(crash_files, "keep_crash", fail_too)
    _report(caught())
    said = capsys.readouterr().err
    assert "core.errors.images.FileMissing" in said
    assert MARK not in said
