"""The atlas that similar images come from: chosen once, remembered, opened when it is wanted."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import AtlasDamaged, AtlasMissing, LentigoError
from desktop.language.words import tr
from desktop.shell.background import named

if TYPE_CHECKING:
    from core.atlas import Atlas
    from desktop.shell.background import Background
    from desktop.shell.settings import SettingsStore


class ShelfState(StrEnum):
    """How it stands with the atlas."""

    EMPTY = "empty"
    CLOSED = "closed"
    OPENING = "opening"
    OPEN = "open"
    FAILED = "failed"


class AtlasShelf(QObject):
    """Holds at most one atlas.

    Parameters
    ----------
    settings : SettingsStore
        Remembers its folder.
    background : Background
        Where it is opened.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    state : ShelfState
        How it stands.
    atlas : Atlas or None
        Where the state is OPEN.
    error : LentigoError or None
        Where the state is FAILED.
    """

    changed = Signal()
    refused = Signal(str)
    """Why a folder that the user chose cannot be used; the former atlas stays."""
    damaged = Signal(object)
    """Folder that the user chose, whose atlas is there but not whole."""

    def __init__(
        self, settings: SettingsStore, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._background = background
        self._wanted: Path | None = None
        self.atlas: Atlas | None = None
        self.error: LentigoError | None = None
        self.state = ShelfState.CLOSED if settings.current.atlas else ShelfState.EMPTY

    @property
    def folder(self) -> Path | None:
        """Folder of the atlas in use, or of the remembered one that cannot be opened."""
        if self.atlas is not None:
            return self.atlas.folder
        return Path(self._settings.current.atlas) if self._settings.current.atlas else None

    def want(self) -> None:
        """Open the remembered atlas, unless that was done already."""
        if self.state is ShelfState.CLOSED:
            self._open(Path(self._settings.current.atlas), chosen=False)

    def choose(self, folder: Path) -> None:
        """Use another atlas; one that cannot be opened leaves the former in use.

        Where a policy fixes the atlas, none is taken, whatever brought it in.
        """
        if "atlas" in self._settings.policy.fixed:
            from desktop.policy.applying import FIXED

            self.refused.emit(tr(FIXED))
            return
        self._open(folder, chosen=True)

    def _open(self, folder: Path, *, chosen: bool) -> None:
        self._wanted = folder
        if self.atlas is None:
            self._set(ShelfState.OPENING)
        self._background.run(
            lambda: _opened(folder),
            done=lambda atlas: self._opened(folder, atlas),
            failed=lambda error: self._refused(folder, error, chosen=chosen),
        )

    def _opened(self, folder: Path, atlas: Atlas) -> None:
        if folder != self._wanted:
            return  # another was chosen meanwhile
        self._settings.change(atlas=str(folder))
        self.atlas, self.error = atlas, None
        self._set(ShelfState.OPEN)

    def _refused(self, folder: Path, error: Exception, *, chosen: bool) -> None:
        error = named(error)
        if folder != self._wanted:
            return
        if chosen and _half_there(folder, error):
            self.damaged.emit(folder)
        elif chosen:
            self.refused.emit(error.message)
        if chosen and not self._settings.current.atlas:
            self._set(ShelfState.EMPTY)
        elif self.atlas is None:
            self.error = error
            self._set(ShelfState.FAILED)

    def _set(self, state: ShelfState) -> None:
        self.state = state
        self.changed.emit()


def _half_there(folder: Path, error: LentigoError) -> bool:
    """Whether there is something of an atlas, from which more may be learned."""
    if isinstance(error, AtlasMissing):
        return any(folder.glob("library-*.sqlite"))
    return isinstance(error, AtlasDamaged)


def _opened(folder: Path) -> Atlas:
    from core.atlas import Atlas

    return Atlas.open(folder)
