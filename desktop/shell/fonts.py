"""The user's own font in other sizes and weights."""

from __future__ import annotations

from PySide6.QtGui import QFont


def bold(font: QFont) -> QFont:
    """Return the font in semi-bold."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def larger(font: QFont, *, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font in another size and weight; the user's own size stays the measure."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(round(font.pixelSize() * factor))
    scaled.setWeight(weight)
    return scaled
