"""Keys that do the same wherever they are pressed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""The one among the letters, and the one among the numbers."""
OPENING: Final = ENTER | {Qt.Key.Key_Space}
"""What opens an item of a list."""
