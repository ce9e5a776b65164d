"""The last line of the window: what this is for, and which model answers on what."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desktop.engine.status import EngineStatus, engine_words, model_words, status_details
from desktop.shell.elided_label import ElidedLabel
from desktop.shell.statement import STATEMENT


class StatusLine(QStatusBar):
    """Purpose, model and engine; always visible, never covered by a passing message.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._statement = self._described(QLabel(STATEMENT, self), name="Purpose")
        self._engine = self._described(ElidedLabel("", self), name="Model and engine")
        self._engine.setProperty("kind", "quiet")
        # Both are permanent, so that status tips of menus cannot cover the statement.
        self.addPermanentWidget(self._statement, 1)
        self.addPermanentWidget(self._engine)

    def show_engine(self, status: EngineStatus) -> None:
        """Name model, runtime and processor."""
        parts = (model_words(status), engine_words(status))
        self._engine.setText(" · ".join(part for part in parts if part))
        self._engine.setToolTip(status_details(status))

    @staticmethod
    def _described(label: QLabel, *, name: str) -> QLabel:
        label.setAccessibleName(name)
        label.setContentsMargins(14, 4, 14, 4)
        return label
