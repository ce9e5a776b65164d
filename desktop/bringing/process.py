"""Runs a command in a process of its own, and says how far it is.

It can be stopped at any time: what such a command has done is kept, and the same one goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from core.paths import MODEL_VARIABLE
from desktop.language.words import tr

if TYPE_CHECKING:
    from desktop.bringing.command import Command

_PROGRESS: Final = re.compile(r"^([\w ]+): (\d+) \w+ (\d+) \w+, ")  # in any language
_DONE: Final = (0, 1)  # 1: done, but for some images
_MISTAKE: Final = "Traceback (most recent call last):"
"""What Python says of a mistake of ours, with the status of what is done but for some images."""
_PATIENCE_MS: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command said at its end.

    Parameters
    ----------
    complete : bool
        Whether no image had to be left out.
    said : str
        On standard output.
    told : tuple of str
        Lines on standard error, but for progress.
    """

    complete: bool
    said: str
    told: tuple[str, ...]


class CommandProcess(QObject):
    """Runs one command at a time."""

    progressed = Signal(str, int, int)
    """What is done, in the command's own words; how much of it; and of how much."""
    finished = Signal(object)
    """Outcome."""
    failed = Signal(str)
    """Why the command broke off."""
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._told: list[str] = []
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether a command runs."""
        return self._process is not None

    def start(self, command: Command) -> None:
        """Start a command."""
        process = self._process = QProcess(self)
        self._told, self._stopping = [], False
        process.readyReadStandardError.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._break)
        if command.model:
            environment = QProcessEnvironment.systemEnvironment()
            environment.insert(MODEL_VARIABLE, command.model)
            process.setProcessEnvironment(environment)
        process.start(command.program, list(command.arguments))

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
        process.setReadChannel(QProcess.ProcessChannel.StandardError)
        while process.canReadLine():
            self._take(bytes(process.readLine().data()).decode("utf-8", "replace").strip())

    def _take(self, line: str) -> None:
        found = _PROGRESS.search(line)
        if found is not None:
            self.progressed.emit(found[1], int(found[2]), int(found[3]))
        elif line:
            self._told.append(line)

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:  # closed
            return
        self._read()
        said = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._forget()
        if self._stopping:
            self.stopped.emit()
        elif _MISTAKE in self._told:
            self.failed.emit(tr("The work broke down ({code}).", code=self._told[-1]))
        elif status is QProcess.ExitStatus.NormalExit and code in _DONE:
            self.finished.emit(
                Outcome(complete=not code, said=said.strip(), told=tuple(self._told))
            )
        else:
            broken = tr("The work broke down ({code}).", code=code)
            self.failed.emit(self._told[-1] if self._told else broken)

    def _break(self, error: QProcess.ProcessError) -> None:
        if self._process is not None and error is QProcess.ProcessError.FailedToStart:
            self._forget()
            self.failed.emit(tr("The system starts no process for this work."))

    def _forget(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
