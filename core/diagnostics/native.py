"""Crashes of native code: Python writes where in the code its threads were, and no values."""

from __future__ import annotations

import atexit
import faulthandler
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from core.diagnostics.crash_files import ENDING, forget_old, headline, report_name
from core.diagnostics.folder import crashes_folder, made
from core.diagnostics.locking import try_hold

_OPEN: Final[list[IO[str]]] = []
_WATCH: Final = "watch-"
_MOMENT: Final = 60  # seconds


def watch_native_crashes() -> None:
    """Have a crash of this process written down; once, and not where somebody else does it.

    Until then the file lies there, empty but for its head; a process that ends in order removes it.
    """
    if faulthandler.is_enabled():
        return
    with suppress(OSError):
        folder = made(crashes_folder())
        clear_watches(folder)
        path = folder / f"{_WATCH}{report_name()}"
        file = path.open("x", encoding="utf-8")
        try_hold(file)
        file.write(f"{headline()}\n")
        file.flush()
        faulthandler.enable(file)
        _OPEN.append(file)
        atexit.register(_end, path)


def clear_watches(folder: Path) -> None:
    """Turn what crashed processes have written into reports, and remove what others left."""
    for path in folder.glob(f"{_WATCH}*{ENDING}"):
        with suppress(OSError):
            _clear(path)
    with suppress(OSError):
        forget_old(folder)


def _clear(path: Path) -> None:
    with path.open(encoding="utf-8", errors="replace") as file:
        if not try_hold(file):
            return  # its process lives
        text = file.read()
    # On Windows, neither can be done to the file of a process that lives.
    if len(text.splitlines()) > 1:
        report = path.with_name(path.name.removeprefix(_WATCH))
        path.replace(report)
        report.write_text(_without_home(text), encoding="utf-8")
    elif time.time() - path.stat().st_mtime > _MOMENT:  # a new one may not be locked yet
        path.unlink()  # ended by force, which is no crash


def _without_home(text: str) -> str:
    """Take the folder of the user out of the names of the program's files: it bears their name."""
    home = os.path.expanduser("~")  # noqa: PTH111  # which never fails
    return text.replace(home, "~") if len(Path(home).parts) > 1 else text


def _end(path: Path) -> None:
    faulthandler.disable()
    for file in _OPEN:
        file.close()
    _OPEN.clear()
    with suppress(OSError):
        path.unlink()
