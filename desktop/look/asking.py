"""One question to the engine at a time: a newer one takes the place of the former."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Hashable

    from core.engine.questions import Question
    from core.errors import LentigoError
    from core.images import Picture
    from desktop.engine.bridge import EngineBridge


class Asking(QObject):
    """Asks, and hands on what belongs to the question that was asked last.

    Parameters
    ----------
    engine : EngineBridge
        Answers.
    parent : QObject, optional
        As for any QObject.
    """

    progressed = Signal(int, int)
    """Steps done, and all of them."""
    answered = Signal(object, object)
    """What was asked about, and the reply."""
    failed = Signal(object, object)
    """What was asked about, and the LentigoError."""
    dropped = Signal()
    """The user has stopped everything."""

    def __init__(self, engine: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._job: int | None = None
        self.about: Hashable = None
        engine.progressed.connect(self._on_progress)
        engine.answered.connect(self._on_answer)
        engine.failed.connect(self._on_failure)
        engine.stopped.connect(self._on_stop)

    def ask(self, about: Hashable, picture: Picture, question: Question) -> None:
        """Ask, unless just that is being asked."""
        if about == self.about:
            return
        self.drop()
        self.about, self._job = about, next(self._engine.numbers)
        self._engine.ask(picture, question, job=self._job)

    def drop(self) -> None:
        """Wait no longer."""
        if self._job is not None:
            self._engine.cancel(self._job)
        self._forget()

    def _forget(self) -> Hashable:
        about, self.about, self._job = self.about, None, None
        return about

    def _on_progress(self, job: int, done: int, total: int) -> None:
        if job == self._job:
            self.progressed.emit(done, total)

    def _on_answer(self, job: int, reply: object) -> None:
        if job == self._job:
            self.answered.emit(self._forget(), reply)

    def _on_failure(self, job: int, error: LentigoError) -> None:
        if job == self._job:
            self.failed.emit(self._forget(), error)

    def _on_stop(self) -> None:
        if self._job is not None:
            self._forget()
            self.dropped.emit()
