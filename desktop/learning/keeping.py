"""What is done about the profile that is chosen: another name, or an end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.language.words import count, mark, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.errors import LentigoError
    from core.learning.store.records import Profile
    from core.learning.store.store import LearningStore
    from desktop.cases.remover import DeleteDialog
    from desktop.learning.desk import LearningDesk
    from desktop.learning.profiles import Profiles
    from desktop.learning.rename_dialog import RenameDialog

_FOR_GOOD: Final = mark(
    "Answers, quizzes, favourites and collections of this profile go with it, for good. Only a "
    "backup made before can bring them back."
)


class ProfileKeeping(QObject):
    """Renames and deletes, after asking.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    desk, profiles
        Where profiles are kept, and which is chosen.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(self, window: QWidget, *, desk: LearningDesk, profiles: Profiles) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._profiles = profiles
        self.renaming: RenameDialog | None = None
        self.deleting: DeleteDialog | None = None

    def rename(self) -> None:
        """Ask for another name."""
        from desktop.learning.rename_dialog import RenameDialog

        profile = self._profiles.current
        if profile is None:
            return
        dialog = self.renaming = RenameDialog(profile.name, self._window)
        dialog.wanted.connect(partial(self._keep_name, profile))
        dialog.finished.connect(self._forget_renaming)
        dialog.open()

    def delete(self) -> None:
        """Ask whether the profile is to go, and say with how much."""
        profile = self._profiles.current
        if profile is not None:
            self._desk.ask(
                lambda store: len(store.answers(profile)),
                done=partial(self._ask_to_delete, profile),
                failed=self._failed,
            )

    def _keep_name(self, profile: Profile, name: str) -> None:
        self._desk.ask(
            lambda store: store.rename_profile(profile, name),
            done=self._renamed,
            failed=self._not_renamed,
        )

    def _renamed(self, _profile: Profile) -> None:
        if self.renaming is not None:
            self.renaming.accept()
        self._profiles.reread()

    def _not_renamed(self, error: LentigoError) -> None:
        if self.renaming is not None:
            self.renaming.show_error(error.message)

    def _forget_renaming(self) -> None:
        if self.renaming is not None:
            self.renaming.deleteLater()
        self.renaming = None

    def _ask_to_delete(self, profile: Profile, answers: int) -> None:
        from desktop.cases.deletion import Deletion
        from desktop.cases.remover import DeleteDialog

        told = count("{n:,} answer", "{n:,} answers", n=answers)
        question = tr("Delete the profile {name} with {answers}?", name=profile.name, answers=told)
        deletion = Deletion(profile, question, tr(_FOR_GOOD))
        dialog = self.deleting = DeleteDialog(deletion, self._window)
        dialog.delete.clicked.connect(lambda: self._delete(profile))
        dialog.finished.connect(self._forget_deleting)
        dialog.open()

    def _delete(self, profile: Profile) -> None:
        def gone(store: LearningStore) -> None:
            store.remove_profile(profile)

        self._desk.ask(gone, done=lambda _: self._profiles.reread(), failed=self._failed)

    def _forget_deleting(self) -> None:
        if self.deleting is not None:
            self.deleting.deleteLater()
        self.deleting = None

    def _failed(self, error: LentigoError) -> None:
        self.said.emit(error.message)
