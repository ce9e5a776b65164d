"""Small widgets that every place uses: labels of three ranks and a thin line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.shell.fonts import larger
from desktop.shell.plain_tip import plain_tip

MARGIN: Final = 16
"""Between an edge and what stands at it, in device-independent pixels."""


def rule(parent: QWidget) -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    return line


def heading(parent: QWidget, *, factor: float = 1.5) -> QLabel:
    """Return a label for what is read first."""
    label = text(parent)
    label.setFont(heading_font(label.font(), factor=factor))
    return label


def heading_font(font: QFont, *, factor: float = 1.5) -> QFont:
    """Return the font of what is read first."""
    return larger(font, factor=factor, weight=QFont.Weight.DemiBold)


def plain_label(parent: QWidget, words: str = "") -> QLabel:
    """Return a label that never reads its words as markup, whoever chose them."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    return label


def label_of(field: QWidget, words: str, parent: QWidget) -> QLabel:
    """Return a field's label, whose mnemonic leads to it and by whose words it is read out."""
    label = plain_label(parent, words)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    return label


def text(parent: QWidget, words: str = "", *, quiet: bool = False) -> QLabel:
    """Return a label that wraps and can be selected."""
    label = plain_label(parent, words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("kind", "quiet" if quiet else "plain")
    return label


def inset(widget: QWidget) -> QHBoxLayout:
    """Keep a widget away from the left and the right edge."""
    box = QHBoxLayout()
    box.setContentsMargins(MARGIN, 0, MARGIN, 0)
    box.addWidget(widget)
    return box


def button_of(action: QAction, *, small: bool = False) -> QPushButton:
    """Return a button that triggers an action while that is offered."""
    button = QPushButton(action.text().replace("&", ""))
    button.setProperty("kind", "small" if small else "plain")
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    if not action.isVisible():
        button.hide()  # never shown here: without a parent it would be a window of its own
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def small_button(
    parent: QWidget, words: str, *, name: str, clicked: Callable[[], None]
) -> QPushButton:
    """Return a small button that says more to screen readers than it shows."""
    button = QPushButton(words, parent)
    button.setProperty("kind", "small")
    button.setAccessibleName(name)
    button.setToolTip(plain_tip(name))
    button.clicked.connect(lambda _: clicked())
    return button


def passing_button(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that is seen only while it can be used."""
    button = button_of(action)
    button.setParent(parent)  # shown without, it would be a window of its own for a moment
    button.setText(action.iconText())
    button.setVisible(action.isEnabled())
    action.enabledChanged.connect(button.setVisible)
    return button


def toggle_of(action: QAction, parent: QWidget) -> QToolButton:
    """Return a button that shows whether an action is on, and triggers it."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text().replace("&", ""))
    return button


def show_words(label: QLabel, words: str) -> None:
    """Show some words, or no label at all."""
    label.setText(unbroken(words))
    label.setVisible(bool(words))


def unbroken(words: str) -> str:
    """Keep numbers and their percent signs on one line."""
    return words.replace(" %", "\u00a0%")
