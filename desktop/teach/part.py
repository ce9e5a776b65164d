"""Packing and bringing in: what the menu's entries do, and what is dropped into the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.shell.actions import deaf
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from core.learning.package.unpacking import Unpacked
    from desktop.atlas.part import AtlasPart
    from desktop.learning.profiles import Profiles
    from desktop.shell.actions import Handler
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.places import Places
    from desktop.shell.settings import SettingsStore
    from desktop.similar.shelf import AtlasShelf
    from desktop.teach.bringer import Bringer
    from desktop.teach.packer import Packer
    from desktop.teach.work import Work

_SUFFIX: Final = ".lentigo"  # as core.learning.package.manifest has it, which is slow to import


class TeachPart(QObject):
    """Everything behind both; a window in which nobody packs has nothing of it.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    atlas : AtlasPart
        Knows what is chosen and marked.
    shelf : AtlasShelf
        Holds the atlas, and takes the one that is made of a package.
    profiles : Profiles
        Who packs.
    settings : SettingsStore
        Remembers how quizzes were asked last.
    places, background, dialogs
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence about what went well."""

    def __init__(
        self,
        window: QWidget,
        *,
        atlas: AtlasPart,
        shelf: AtlasShelf,
        profiles: Profiles,
        settings: SettingsStore,
        places: Places,
        background: Background,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self.packer: Packer | None = None
        self.bringer: Bringer | None = None
        self._work: Work | None = None
        self._window = window
        self._atlas = atlas
        self._shelf = shelf
        self._profiles = profiles
        self._settings = settings
        self._places = places
        self._background = background
        self._dialogs = dialogs

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf({"atlas_pack": self._pack, "atlas_unpack": self._ask})

    def take(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Look into the packages among what was dropped or named, and return the rest."""
        rest = []
        for path in paths:
            if _is_package(path):
                self.look_into(path)
            else:
                rest.append(path)
        return tuple(rest)

    def look_into(self, path: Path) -> None:
        """Show what is in a package, and offer to bring it in."""
        if self.bringer is None:
            from desktop.teach.bringer import Bringer

            self.bringer = Bringer(
                self._window,
                work=self._worker(),
                background=self._background,
                dialogs=self._dialogs,
            )
            self.bringer.said.connect(self.said)
            self.bringer.brought.connect(self._use)
        atlas = self._shelf.atlas
        self.bringer.look_into(path, atlases=() if atlas is None else (atlas,))

    def close(self) -> None:
        """Stop what runs, and wait for its end."""
        if self._work is not None:
            self._work.close()

    def _ask(self) -> None:
        path = self._dialogs.open_package("")
        if path is not None:
            self.look_into(path)

    def _use(self, brought: Unpacked, words: str) -> None:
        """Lead to where it is of use."""
        self._shelf.choose(brought.atlas.folder)
        is_quiz = brought.manifest.plan is not None
        self._places.show(Place.QUIZ if is_quiz else Place.ATLAS)
        self.mentioned.emit(words)

    def _pack(self) -> None:
        from desktop.quiz.remembered import plan_of
        from desktop.teach.packer import Packer
        from desktop.teach.sources import sources_of

        atlas, sources = self._shelf.atlas, sources_of(self._atlas)
        if atlas is None or not sources or self.packer is not None:
            return
        author = self._profiles.current
        packer = self.packer = Packer(
            self._window,
            atlas=atlas,
            sources=sources,
            author="" if author is None or len(self._profiles.everybody) < 2 else author.name,
            plan=plan_of(self._settings.current.quiz),
            work=self._worker(),
            background=self._background,
            dialogs=self._dialogs,
        )
        packer.dialog.finished.connect(self._end_packing)

    def _end_packing(self) -> None:
        packer, self.packer = self.packer, None
        if packer is not None:
            packer.dialog.deleteLater()
            packer.deleteLater()

    def _worker(self) -> Work:
        if self._work is None:
            from desktop.teach.work import Work

            self._work = Work(self)
        return self._work


def _is_package(path: Path) -> bool:
    return path.suffix.lower() == _SUFFIX and path.is_file()
