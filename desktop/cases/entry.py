"""A note or a diagnosis on the page, with the way to change it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.language.words import mark
from desktop.shell.flow import FlowLayout
from desktop.shell.parts import MARGIN, small_button, text

WAITS: Final = mark("Edit unsaved draft…")
"""What the button says of something that was begun and not saved."""
_START: Final = 60


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Put buttons beside each other, at the left; below each other where there is no room."""
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, 0, MARGIN, 0)
    flow = FlowLayout()
    for button in buttons:
        flow.addWidget(button)
    row.addLayout(flow, 1)
    return row


def entry(
    parent: QWidget, words: str, *, name: str, edit: Callable[[], None], button: str
) -> QHBoxLayout:
    """Return what was written, with a button to change it."""
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, 0, MARGIN, 0)
    row.addWidget(text(parent, words), 1)
    start = textwrap.shorten(words, _START, placeholder="…")  # tells several apart
    change = small_button(parent, button, name=f"{name}: {start}", clicked=edit)
    row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
    return row
