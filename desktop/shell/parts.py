"""Small widgets that every place uses: labels of three ranks and a thin line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop.shell.fonts import larger


def rule(parent: QWidget) -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    return line


def heading(parent: QWidget, *, factor: float = 1.5) -> QLabel:
    """Return a label for what is read first."""
    label = text(parent)
    label.setFont(larger(label.font(), factor=factor, weight=QFont.Weight.DemiBold))
    return label


def text(parent: QWidget, words: str = "", *, quiet: bool = False) -> QLabel:
    """Return a label that wraps and can be selected; never reads its words as markup."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("kind", "quiet" if quiet else "plain")
    return label
