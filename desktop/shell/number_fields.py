"""Fields for numbers, with the room beside the text that all other fields have.

A style sheet cannot give it: Qt lays the text of a spin box from edge to edge.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

BESIDE: Final = 8
"""Pixels on either side, as the style sheet has for lines of text."""


class NumberField(QSpinBox):
    """For whole numbers.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(BESIDE, 0, BESIDE, 0)


class DecimalField(QDoubleSpinBox):
    """For numbers with decimals.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(BESIDE, 0, BESIDE, 0)
