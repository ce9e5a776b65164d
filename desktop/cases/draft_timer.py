"""When a draft is kept while something is being written."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

_DRAFT_MS: Final = 2000


class DraftTimer(QTimer):
    """Goes off two seconds after the first change that is not in the draft.

    Parameters
    ----------
    parent : QObject
        The dialog.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(_DRAFT_MS)

    def wind(self) -> None:
        """Run, unless it does: who never pauses has drafts kept as well."""
        if not self.isActive():
            self.start()
