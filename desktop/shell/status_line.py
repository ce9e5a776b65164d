"""The last line of the window: what this is for, and which model answers on what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from desktop.language.words import tr
from desktop.shell.statement import STATEMENT

if TYPE_CHECKING:
    # What is said of the engine comes after the first paint, which these names would delay.
    from desktop.engine.status import EngineStatus
    from desktop.shell.elided_label import ElidedLabel

_LEAST: Final = 96  # device-independent pixels
_MARGINS: Final = (14, 4, 14, 4)


class _Statement(QLabel):
    """Wants one line, and is broken rather than cut where a language needs more than there is."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setContentsMargins(*_MARGINS)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Want one line."""
        left, above, right, below = _MARGINS
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + left + right + 1
        return QSize(width, metrics.height() + above + below)


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
        self._statement = self._described(_Statement(tr(STATEMENT), self), name=tr("Purpose"))
        self._engine: ElidedLabel | None = None
        # Permanent, as the engine's is, so that status tips of menus cannot cover the statement.
        self.addPermanentWidget(self._statement)

    def show_engine(self, status: EngineStatus) -> None:
        """Name model, runtime and processor."""
        from desktop.engine.status import engine_words, model_words, status_details
        from desktop.shell.plain_tip import plain_tip

        label = self._engine or self._add_engine()
        parts = (model_words(status), engine_words(status))
        label.setText(" · ".join(part for part in parts if part))
        label.setToolTip(plain_tip(status_details(status)))

    def _add_engine(self) -> ElidedLabel:
        from PySide6.QtCore import Qt

        from desktop.shell.elided_label import ElidedLabel

        self._engine = ElidedLabel("", self)
        self._engine.setProperty("kind", "quiet")
        self._described(self._engine, name=tr("Model and engine"))
        # It has what the statement leaves, and gives way to it.
        self._engine.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._engine.setMinimumWidth(_LEAST)
        self._engine.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.addPermanentWidget(self._engine, 1)
        return self._engine

    @staticmethod
    def _described(label: QLabel, *, name: str) -> QLabel:
        label.setAccessibleDescription(name)
        label.setContentsMargins(*_MARGINS)
        return label
