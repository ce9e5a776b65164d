"""The submenu "Open recent"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from core.paths import resources_folder
from desktop.language.words import tr
from desktop.recent.paths import added, labels, read, written
from desktop.shell.plain_tip import plain_tip
from desktop.shell.settings import SettingsStore

_LONGEST_NAME = 60


class RecentMenu(QMenu):
    """Offers what was opened lately; what is no longer there is said when it is chosen.

    Parameters
    ----------
    settings : SettingsStore
        Where the list is kept.
    parent : QWidget
        As for any widget.
    """

    chosen = Signal(object)
    """Path that the user wants."""
    missing = Signal(str)
    """A sentence about one that is gone."""

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(tr("Open rece&nt"), parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        self._show()

    def remember(self, paths: Iterable[Path]) -> None:
        """Put these first; what ships with Lentigo has an entry of its own."""
        ours = resources_folder()
        own = [path for path in paths if not path.absolute().is_relative_to(ours)]
        if own:
            self._keep(added(own, self._recent()))

    def _recent(self) -> tuple[Path, ...]:
        return read(self._settings.current.recent)

    def _keep(self, recent: tuple[Path, ...]) -> None:
        self._settings.change(recent=written(recent))
        self._show()

    def _forget(self) -> None:
        """Forget what was opened, and what was begun: folders are named after people."""
        self._settings.change(batch="", atlas_build="", isic="")
        self._keep(())

    def _show(self) -> None:
        recent = self._recent()
        self.clear()
        for number, (path, label) in enumerate(zip(recent, labels(recent), strict=True), start=1):
            mnemonic = f"&{number} " if number <= 9 else "1&0 "
            name = _shortened(label).replace("&", "&&")
            action = self.addAction(mnemonic + name, partial(self._choose, path))
            action.setToolTip(plain_tip(str(path)))
            action.setStatusTip(str(path))
        self.addSeparator()
        forget = self.addAction(tr("&Forget these"), self._forget)
        forget.setStatusTip(tr("Empty this list; the files stay"))
        self.menuAction().setEnabled(bool(recent))

    def _choose(self, path: Path) -> None:
        if path.exists():
            self.chosen.emit(path)
            return
        self._keep(tuple(each for each in self._recent() if each != path))
        self.missing.emit(
            tr("“{name}” is no longer there, and was taken out of the list.", name=path.name)
        )


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    half = _LONGEST_NAME // 2
    return f"{name[:half]}…{name[-half:]}"
