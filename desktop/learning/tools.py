"""What is done about profiles is done with these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.learning.desk import LearningDesk
    from desktop.learning.profiles import Profiles
    from desktop.shell.dialogs import Dialogs


@dataclass(frozen=True, slots=True, eq=False)
class LearningTools:
    """What the commands about profiles share.

    Parameters
    ----------
    window : QWidget
        Owns their dialogs.
    desk : LearningDesk
        Asks the store.
    profiles : Profiles
        Who learns.
    dialogs : Dialogs
        Ask for files.
    """

    window: QWidget
    desk: LearningDesk
    profiles: Profiles
    dialogs: Dialogs
