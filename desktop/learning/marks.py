"""Favourites and collections of whoever learns now; the places that show them share one of these.

Nobody is asked for a name before the first star: where there is no profile yet, one is begun.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import LentigoError, NotInStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from core.learning.collecting.marked import Marked
    from core.learning.store.records import Collection, ImageMark, Profile
    from core.learning.store.store import LearningStore
    from desktop.learning.desk import LearningDesk
    from desktop.learning.profiles import Profiles


class Marks(QObject):
    """Reads and changes them.

    Parameters
    ----------
    desk : LearningDesk
        Asks the store.
    profiles : Profiles
        Whose they are.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    profiles : Profiles
        Whose they are.
    marked : Marked or None
        None until they have come.
    """

    changed = Signal()
    """Others are marked, or somebody else learns now."""
    said = Signal(str)
    """Why something could not be done."""

    def __init__(
        self, desk: LearningDesk, profiles: Profiles, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.marked: Marked | None = None
        self._desk = desk
        self.profiles = profiles
        self._wanted = False
        profiles.changed.connect(self._follow)

    @property
    def busy(self) -> bool:
        """Whether something is being read or kept."""
        return self._desk.busy

    def want(self) -> None:
        """Have them read, unless that was done already."""
        if not self._wanted:
            self._wanted = True
            self.profiles.want()
            if self.profiles.known:
                self._follow()

    def set_favourites(self, find: Callable[[], Sequence[ImageMark]], *, wanted: bool) -> None:
        """Have images be favourites, or be so no more; `find` is called in another thread."""

        def change(store: LearningStore, profile: Profile) -> None:
            marks = find()
            if wanted:
                store.add_favourites(profile, marks)
            else:
                store.remove_favourites(profile, _digests(marks))

        self._do(change)

    def collect(
        self,
        collection: Collection,
        find: Callable[[], Sequence[ImageMark]],
        *,
        wanted: bool,
    ) -> None:
        """Put images into a collection, or take them out; `find` as above."""

        def change(store: LearningStore, _: Profile) -> None:
            if wanted:
                store.collect(collection, find())
            else:
                store.drop(collection, _digests(find()))

        self._do(change)

    def add(self, name: str, find: Callable[[], Sequence[ImageMark]]) -> None:
        """Begin a collection with some images; `find` as above."""

        def change(store: LearningStore, profile: Profile) -> None:
            marks = find()
            store.collect(store.add_collection(profile, name), marks)

        self._do(change)

    def rename(self, collection: Collection, name: str) -> None:
        """Give a collection another name."""
        self._do(lambda store, _: store.rename_collection(collection, name))

    def remove(self, collection: Collection) -> None:
        """Delete a collection; its images stay where they are."""
        self._do(lambda store, _: store.remove_collection(collection))

    def _follow(self) -> None:
        """Read anew for whoever learns now; without anybody there is nothing to read."""
        if not self._wanted:
            return
        if self.profiles.current is None:
            from core.learning.collecting.marked import Marked

            self._came((None, Marked()))
        else:
            self._do(None)

    def _do(self, change: Callable[[LearningStore, Profile], object] | None) -> None:
        self._wanted = True
        self._desk.ask(
            partial(_changed, profile=self.profiles.current, change=change),
            done=self._came,
            failed=self._failed,
        )

    def _came(self, found: tuple[Profile | None, Marked]) -> None:
        profile, marked = found
        current = self.profiles.current
        if current is None and profile is not None:
            self.marked = marked
            self.profiles.reread()  # one was begun; it tells that somebody is there now
        if current is None or (profile is not None and profile.id == current.id):
            self.marked = marked
            self.changed.emit()

    def _failed(self, error: LentigoError) -> None:
        self.said.emit(error.message)
        if isinstance(error, NotInStore):  # another window was quicker
            self._follow()


def _changed(
    store: LearningStore,
    *,
    profile: Profile | None,
    change: Callable[[LearningStore, Profile], object] | None,
) -> tuple[Profile, Marked]:
    """In the thread of the store: do it, and read what there is then."""
    from core.learning.collecting.marked import marked_by
    from core.learning.collecting.own import own_profile

    owner = own_profile(store) if profile is None else profile
    if change is not None:
        change(store, owner)
    return owner, marked_by(store, owner)


def _digests(marks: Iterable[ImageMark]) -> list[str]:
    return [one.sha256 for one in marks]
