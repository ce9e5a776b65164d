"""One long work about atlases at a time: run aside, shown, paused, ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.progress import duration
from desktop.batch.pace import Pace
from desktop.bringing.process import CommandProcess, Outcome
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.bringing.command import Command
    from desktop.bringing.progress_dialog import ProgressDialog

_STEPS: Final = (
    mark("{done:,} of {total:,} images"),
    mark("Looking for copies: {done:,} of {total:,} images"),
)
_STOPPED: Final = mark("{name} is not finished. What is done is kept: ask for it again to go on.")


@dataclass(frozen=True, slots=True)
class Errand:
    """A work.

    Parameters
    ----------
    title, words, name : str
        What is done in a few words, in a sentence, and what is made by it.
    command : Command
        What does it; the same goes on where it was stopped.
    """

    title: str
    words: str
    name: str
    command: Command


class Errands(QObject):
    """Runs an errand; a paused one has no process at all, and begins again where it was.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.

    Attributes
    ----------
    dialog : ProgressDialog or None
        While there is an errand.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.process = CommandProcess(self)
        self.dialog: ProgressDialog | None = None
        self._window = window
        self._errand: Errand | None = None
        self._done: Callable[[Outcome], None] | None = None
        self._pace = Pace()
        self._steps: list[str] = []
        self._count = 0
        self._pausing = False
        self.process.progressed.connect(self._show_progress)
        self.process.finished.connect(self._finish)
        self.process.failed.connect(self._fail)
        self.process.stopped.connect(self._on_stop)

    @property
    def busy(self) -> bool:
        """Whether there is one, be it paused."""
        return self._errand is not None

    def begin(self, errand: Errand, *, done: Callable[[Outcome], None]) -> None:
        """Begin an errand; `done` gets what came of it."""
        from desktop.bringing.progress_dialog import ProgressDialog  # not needed at the start

        self._errand, self._done = errand, done
        dialog = self.dialog = ProgressDialog(errand.title, errand.words, self._window)
        dialog.pause_wanted.connect(self._pause)
        dialog.going_on_wanted.connect(self._run)
        dialog.rejected.connect(self._cancel)
        dialog.show()
        self._run()

    def close(self) -> None:
        """End it without a word: the window closes."""
        self.process.close()
        self._forget()

    def _run(self) -> None:
        if self._errand is None or self.dialog is None or self.process.busy:
            return  # a process that is paused may take a moment to end
        self._steps, self._pausing = [], False
        self.dialog.show_paused(paused=False)
        self.dialog.show_progress("", 0, 0)
        self.process.start(self._errand.command)

    def _pause(self) -> None:
        if self.process.busy:
            self._pausing = True
            self.process.stop()

    def _cancel(self) -> None:
        if self.process.busy:
            self._pausing = False
            self.process.stop()
        else:
            self._on_stop()

    def _on_stop(self) -> None:
        if self._pausing and self.dialog is not None:
            self._pausing = False
            self.dialog.show_paused(paused=True)
        elif self._errand is not None:
            words = tr(_STOPPED, name=self._errand.name)
            self._forget()
            self.said.emit(words)

    def _show_progress(self, step: str, done: int, total: int) -> None:
        if step not in self._steps:
            self._steps.append(step)
            self._pace, self._count = Pace(), done  # what was done before took no time now
            self._pace.begin()
        self._pace.step(done - self._count)
        self._count = done
        if self.dialog is not None:
            words = tr(_STEPS[min(len(self._steps), len(_STEPS)) - 1], done=done, total=total)
            left = self._pace.seconds_left(total - done)
            if left is not None and done < total:
                words = tr("{words}, {time} left", words=words, time=duration(left))
            self.dialog.show_progress(words, done, total)

    def _finish(self, outcome: Outcome) -> None:
        done = self._done
        self._forget()
        if done is not None:
            done(outcome)

    def _fail(self, words: str) -> None:
        self._forget()
        self.said.emit(words)

    def _forget(self) -> None:
        self._errand = self._done = None
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.rejected.disconnect()
            dialog.close()
            dialog.deleteLater()
