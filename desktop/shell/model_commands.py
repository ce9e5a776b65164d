"""What the actions do that choose the model: another one, a new one, the former, Lentigo's own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.installed.pointer import models_folder
from desktop.language.words import tr
from desktop.shell.actions import deaf
from desktop.shell.background import named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.engine.bridge import EngineBridge
    from desktop.shell.actions import Handler
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore


class ModelCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    engine, settings, background, dialogs
        What they act on.
    parent : QObject
        As for any QObject.
    """

    said = Signal(str)
    """Why a model is not used."""
    mentioned = Signal(str)
    """What was done."""

    def __init__(
        self,
        engine: EngineBridge,
        *,
        settings: SettingsStore,
        background: Background,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._settings = settings
        self._background = background
        self._dialogs = dialogs

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "choose_model": self._choose,
                "install_model": self._install,
                "former_model": self._go_back,
                "own_model": self._use_own,
            }
        )

    def _choose(self) -> None:
        folder = self._ask(tr("Choose the folder of a model"))
        if folder is not None:
            self._use(folder, remembered=str(folder))

    def _install(self) -> None:
        source = self._ask(tr("Choose the folder of a model to install"))
        if source is None:
            return
        from core.installed.replacing import install

        def put() -> Path:
            return install(source, folder=models_folder()).folder

        self._replace(put, tr("The model is installed. Model, Use the former model goes back."))

    def _go_back(self) -> None:
        from core.installed.replacing import go_back

        self._replace(partial(go_back, models_folder()), tr("The former model is used again."))

    def _use_own(self) -> None:
        from core.installed.replacing import use_shipped

        self._replace(partial(use_shipped, models_folder()), tr("Lentigo's own model is used."))

    def _replace(self, work: Callable[[], Path], words: str) -> None:
        """Do what reads and writes in the background; then use the model that it gives."""

        def done(folder: Path) -> None:
            self._use(folder, remembered="")
            self.mentioned.emit(words)

        self._background.run(work, done=done, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        error = named(error)
        self.said.emit(error.message)

    def _use(self, folder: Path, *, remembered: str) -> None:
        self._settings.change(model=remembered)
        self._engine.restart(replace(self._engine.request, model=folder))

    def _ask(self, title: str) -> Path | None:
        return self._dialogs.folder(title, str(self._engine.request.model))
