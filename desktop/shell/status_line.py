"""The last line of the window: what this is for, and which model answers on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desktop.language.words import tr
from desktop.shell.statement import STATEMENT

if TYPE_CHECKING:
    # What is said of the engine comes after the first paint, which these names would delay.
    from desktop.engine.status import EngineStatus
    from desktop.shell.elided_label import ElidedLabel


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
        self._statement = self._described(QLabel(tr(STATEMENT), self), name=tr("Purpose"))
        self._engine: ElidedLabel | None = None
        # Permanent, as the engine's is, so that status tips of menus cannot cover the statement.
        self.addPermanentWidget(self._statement, 1)

    def show_engine(self, status: EngineStatus) -> None:
        """Name model, runtime and processor."""
        from desktop.engine.status import engine_words, model_words, status_details

        label = self._engine or self._add_engine()
        parts = (model_words(status), engine_words(status))
        label.setText(" · ".join(part for part in parts if part))
        label.setToolTip(status_details(status))

    def _add_engine(self) -> ElidedLabel:
        from desktop.shell.elided_label import ElidedLabel

        self._engine = ElidedLabel("", self)
        self._engine.setProperty("kind", "quiet")
        self._described(self._engine, name=tr("Model and engine"))
        self.addPermanentWidget(self._engine)
        return self._engine

    @staticmethod
    def _described(label: QLabel, *, name: str) -> QLabel:
        label.setAccessibleDescription(name)
        label.setContentsMargins(14, 4, 14, 4)
        return label
