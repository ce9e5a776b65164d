"""Who learns here, and which of them does now; the places that need it share one of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.learning.store.records import Profile
    from core.learning.store.store import LearningStore
    from desktop.learning.desk import LearningDesk
    from desktop.shell.settings import SettingsStore


class Profiles(QObject):
    """Everybody who learns on this computer.

    Parameters
    ----------
    desk : LearningDesk
        Asks the store.
    settings : SettingsStore
        Remembers who learned last.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    everybody : tuple of Profile
        By name; empty until they have come.
    current : Profile or None
        Who learns now; nobody where nobody has begun.
    known : bool
        Whether they have come.
    """

    changed = Signal()
    """Others are there, or somebody else learns now."""
    said = Signal(str)
    """Why something could not be done."""

    def __init__(
        self, desk: LearningDesk, *, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.everybody: tuple[Profile, ...] = ()
        self.current: Profile | None = None
        self.known = False
        self._desk = desk
        self._settings = settings
        self._asked = False

    def want(self) -> None:
        """Have them read, unless that was done already."""
        if not self._asked:
            self._asked = True
            self.reread()

    def reread(self) -> None:
        """Have them read anew, after something was done to them."""
        self._desk.ask(lambda store: store.profiles(), done=self._came, failed=self._failed)

    def choose(self, identifier: str) -> None:
        """Have somebody else learn, by the identifier of their profile."""
        found = next((one for one in self.everybody if one.id == identifier), None)
        if found is not None and found != self.current:
            self._adopt(found)

    def add(self, name: str) -> None:
        """Begin a profile, and have them learn."""
        self._desk.ask(lambda store: _added(store, name), done=self._added, failed=self._failed)

    def _came(self, everybody: tuple[Profile, ...]) -> None:
        self.everybody, self.known = everybody, True
        last = self._settings.current.profile
        # Who learns alone here need not say so.
        found = [one for one in everybody if one.id == last] or list(everybody[:1])
        self.current = found[0] if found else None
        self.changed.emit()

    def _added(self, found: tuple[Profile, tuple[Profile, ...]]) -> None:
        new, self.everybody = found
        self.known = True
        self._adopt(new)

    def _adopt(self, profile: Profile) -> None:
        self.current = profile
        self._settings.change(profile=profile.id)
        self.changed.emit()

    def _failed(self, error: LentigoError) -> None:
        self._asked = self.known  # may be tried again
        self.said.emit(error.message)


def _added(store: LearningStore, name: str) -> tuple[Profile, tuple[Profile, ...]]:
    new = store.add_profile(name)
    return new, store.profiles()
