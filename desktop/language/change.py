"""Changes the window's language as soon as nothing is under way that the change would break off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from core.language.languages import current
from desktop.batch.state import BatchState
from desktop.language.words import mark, tr
from desktop.shell.background import Background

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from core.language import Language
    from desktop.composition import App
    from desktop.recomposition import Compose

_LATER: Final = mark("The language changes when what is being read or written is done.")


class LanguageChange(QObject):
    """Waits for the right moment, and never holds up the window for it.

    Parameters
    ----------
    app : App
        What is behind the window; becomes the owner.
    compose : callable
        Puts everything into the frame of a new window.
    """

    def __init__(self, app: App, *, compose: Compose) -> None:
        super().__init__(app)
        self._app = app
        self._compose = compose
        self._wanted: Language | None = None
        self._batch: BatchJob | None = None
        self._heard: list[QObject] = []

    def want(self, language: Language) -> None:
        """Change to a language, now or soon; to the one that is spoken, stay with it."""
        if language is current():
            self._stay()
            return
        self._wanted = language
        if self._busy():
            self._app.notices.tell(tr(_LATER))
        self._try()

    def _stay(self) -> None:
        self._wanted = None
        batch, self._batch = self._batch, None
        if batch is not None:
            self._app.batch.resume(batch)

    def _try(self) -> None:
        language = self._wanted
        if language is None:
            return
        self._listen()
        if any(one.busy for one in self._backgrounds()):
            return
        self._interrupt_batch()
        if self._busy():
            return
        for dialog in self._app.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()  # as Escape does, so that drafts are kept
        if self._busy():  # with the drafts
            return
        self._wanted = None
        from desktop.recomposition import renew

        renew(self._app, language, compose=self._compose, batch=self._batch)

    def _busy(self) -> bool:
        runner = self._app.batch.runner
        going = runner is not None and runner.state is not BatchState.IDLE
        return going or any(one.busy for one in self._backgrounds())

    def _backgrounds(self) -> list[Background]:
        """Return all but the batch's own, which rests only when that is stopped."""
        every = self._app.window.findChildren(Background)
        return [one for one in every if one.parent() is not self._app.batch.runner]

    def _interrupt_batch(self) -> None:
        """Have a batch stop where it is; only one that ran goes on in the new window."""
        part = self._app.batch
        if part.runner is None or part.presenter is None or not part.runner.can_stop:
            return
        if part.runner.state is BatchState.RUNNING:
            self._batch = part.presenter.job
        part.runner.stop()

    def _listen(self) -> None:
        """Look again when anything comes to its end, in a turn of its own."""
        for one in self._backgrounds():
            if one not in self._heard:
                self._heard.append(one)
                one.rested.connect(self._try, Qt.ConnectionType.QueuedConnection)
        runner = self._app.batch.runner
        if runner is not None and runner not in self._heard:
            self._heard.append(runner)
            runner.changed.connect(self._try, Qt.ConnectionType.QueuedConnection)
