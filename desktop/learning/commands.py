"""What the actions about profiles do; a window in which nobody uses them has nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.learning.backups import LearningBackups
    from desktop.learning.keeping import ProfileKeeping
    from desktop.learning.tools import LearningTools
    from desktop.shell.actions import Handler


class ProfileCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    tools : LearningTools
        What they work with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(self, tools: LearningTools) -> None:
        super().__init__(tools.window)
        self._tools = tools
        self._keeping: ProfileKeeping | None = None
        self._backups: LearningBackups | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "profile_rename": self._rename,
                "profile_delete": self._delete,
                "learning_backup": self._back_up,
                "learning_restore": self._restore,
            }
        )

    @property
    def keeping(self) -> ProfileKeeping:
        """What renames and deletes."""
        if self._keeping is None:
            from desktop.learning.keeping import ProfileKeeping

            tools = self._tools
            self._keeping = ProfileKeeping(tools.window, desk=tools.desk, profiles=tools.profiles)
            self._keeping.said.connect(self.said)
        return self._keeping

    @property
    def backups(self) -> LearningBackups:
        """What backs up and restores."""
        if self._backups is None:
            from desktop.learning.backups import LearningBackups

            self._backups = LearningBackups(self._tools)
            self._backups.said.connect(self.said)
            self._backups.mentioned.connect(self.mentioned)
        return self._backups

    def _rename(self) -> None:
        self.keeping.rename()

    def _delete(self) -> None:
        self.keeping.delete()

    def _back_up(self) -> None:
        self.backups.back_up()

    def _restore(self) -> None:
        self.backups.restore()
