"""Builds an atlas in a process of its own: the command that the terminal has, run for the window.

It can be stopped at any time, and the same choice goes on from there.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, Signal

from desktop.language.words import tr

if TYPE_CHECKING:
    from desktop.engine.client import EngineRequest

_PROGRESS: Final = re.compile(r"^\w+: (\d+) \w+ (\d+) \w+, ")  # in any language
_DONE: Final = (0, 1)  # 1: some images could not be read
_PATIENCE_MS: Final = 2000


def command(data: Path, out: Path, request: EngineRequest) -> tuple[str, list[str]]:
    """Return program and arguments that build an atlas."""
    model = ["--model", str(request.model), "--device", request.device]
    program, arguments = _program(["build", str(data)], out)
    return program, [*arguments, *model]


def starter_command(out: Path) -> tuple[str, list[str]]:
    """Return program and arguments that draw the starter atlas."""
    return _program(["starter"], out)


def starter_folder() -> Path:
    """Name the folder of the starter atlas, among the user's own data."""
    import platformdirs

    return platformdirs.user_data_path("lentigo", appauthor=False) / "starter-atlas"


def _program(arguments: list[str], out: Path) -> tuple[str, list[str]]:
    module = [] if getattr(sys, "frozen", False) else ["-m", "desktop"]
    return sys.executable, [*module, "atlas", *arguments, "--out", str(out), "--background"]


class AtlasBuilder(QObject):
    """Builds one atlas at a time."""

    progressed = Signal(int, int)
    """Images that are done, and all."""
    finished = Signal(object, str)
    """Folder of the atlas, and what is to be said about images that are not in it."""
    failed = Signal(str)
    """Why there is none."""
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._out = Path()
        self._told: list[str] = []
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether one is being built."""
        return self._process is not None

    def build(self, program: str, arguments: list[str], *, out: Path) -> None:
        """Start.

        Parameters
        ----------
        program, arguments
            From `command`.
        out : Path
            Folder of the atlas.
        """
        process = self._process = QProcess(self)
        self._out, self._told, self._stopping = out, [], False
        process.readyReadStandardError.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._break)
        process.start(program, arguments)

    def stop(self) -> None:
        """Stop; what is done is kept."""
        if self._process is not None:
            self._stopping = True
            self._process.kill()  # a draft survives that, and Windows knows nothing milder

    def close(self) -> None:
        """End the process and wait for its end; nothing is told any more."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_PATIENCE_MS)

    def _read(self) -> None:
        process = self._process
        if process is None:
            return
        text = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
        for line in text.splitlines():
            found = _PROGRESS.search(line)
            if found is not None:
                self.progressed.emit(int(found[1]), int(found[2]))
            elif line.strip():
                self._told.append(line.strip())

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:  # closed
            return
        self._read()
        self._forget()
        if self._stopping:
            self.stopped.emit()
        elif status is QProcess.ExitStatus.NormalExit and code in _DONE:
            self.finished.emit(self._out, self._told[0] if code else "")
        else:
            self.failed.emit(
                self._told[-1] if self._told else tr("The build broke down ({code}).", code=code)
            )

    def _break(self, error: QProcess.ProcessError) -> None:
        if self._process is not None and error is QProcess.ProcessError.FailedToStart:
            self._forget()
            self.failed.emit(tr("The system starts no process to build the atlas."))

    def _forget(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
