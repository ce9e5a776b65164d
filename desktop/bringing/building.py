"""Asks what an atlas is to be made of, has it made, and puts it to use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.bringing import command
from desktop.bringing.errand import Errand
from desktop.bringing.wish import BuildWish, beside, read
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.bringing.asking import Asking
    from desktop.bringing.errand import Errands
    from desktop.bringing.found import Found
    from desktop.bringing.process import Outcome
    from desktop.engine.bridge import EngineBridge
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore
    from desktop.similar.shelf import AtlasShelf

BUSY: Final = mark("Something is being made for an atlas already: wait for it, or end it.")


class AtlasBuilding(QObject):
    """The way from the menu's entry to an atlas in use.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    errands : Errands
        Has it done.
    found : Found
        Shows what was found meanwhile.
    shelf : AtlasShelf
        Takes the atlas.
    engine : EngineBridge
        Knows which model is wanted, and on what.
    background, settings, dialogs
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self,
        window: QWidget,
        *,
        errands: Errands,
        found: Found,
        shelf: AtlasShelf,
        engine: EngineBridge,
        background: Background,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self.asking: Asking | None = None
        self._window = window
        self._errands = errands
        self._found = found
        self._shelf = shelf
        self._engine = engine
        self._background = background
        self._settings = settings
        self._dialogs = dialogs

    @property
    def unfinished(self) -> BuildWish | None:
        """What was begun, and not brought to its end."""
        return read(self._settings.current.atlas_build)

    def ask(self) -> None:
        """Ask what is wanted; what was not finished is proposed."""
        self._ask(self.unfinished)

    def propose(self, data: Path) -> None:
        """Have these images proposed when it is asked next."""
        wish = BuildWish(data=data, out=beside(data))
        self._settings.change(atlas_build=wish.written())

    def draw_starter(self) -> None:
        """Draw the atlas that is there before anybody has images, or open it again."""
        if self._errands.busy:
            self.said.emit(tr(BUSY))
            return
        from core.atlas.description import FILE

        out = command.starter_folder()
        if (out / FILE).exists():
            self._shelf.choose(out)
            return
        errand = Errand(
            tr("Building an atlas"),
            tr("Drawing images, and building an atlas of them."),
            tr("The atlas"),
            command.starter(out),
        )
        self._errands.begin(errand, done=partial(self._finish, out))

    def _ask(self, wish: BuildWish | None) -> None:
        from desktop.bringing.asking import Asking

        if self._errands.busy:
            self.said.emit(tr(BUSY))
            return
        asking = self.asking = Asking(
            self._window,
            wish,
            background=self._background,
            settings=self._settings,
            dialogs=self._dialogs,
        )
        asking.wanted.connect(self.begin)
        asking.dialog.finished.connect(self._forget)

    def begin(self, wish: BuildWish) -> None:
        """Make an atlas, or go on with one."""
        self._settings.change(atlas_build=wish.written())
        errand = Errand(
            tr("Building an atlas"),
            tr("Building an atlas of {name}.", name=wish.data.name),
            tr("The atlas"),
            command.build(wish, self._engine.request),
        )
        self._errands.begin(errand, done=partial(self._built, wish))

    def _built(self, wish: BuildWish, outcome: Outcome) -> None:
        self._settings.change(atlas_build="")
        self._finish(wish.out, outcome)
        self._found.tell(wish.out)

    def _finish(self, folder: Path, outcome: Outcome) -> None:
        self._shelf.choose(folder)
        ready = tr("The atlas is ready and in use.")
        remark = "" if outcome.complete or not outcome.told else outcome.told[0].rstrip(":")
        self.said.emit(" ".join(filter(None, (ready, remark))))

    def _forget(self) -> None:
        if self.asking is not None:
            self.asking.deleteLater()
        self.asking = None
