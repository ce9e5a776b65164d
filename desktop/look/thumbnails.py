"""Arrays of pixels to QImages, outside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

THUMBNAIL_WIDTH: Final = 192
THUMBNAIL_HEIGHT: Final = 144
"""Twice what the filmstrip shows at 100 %, so that it is sharp at 200 %."""


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """Copy pixels, (height, width, 3) sRGB or (height, width, 4) sRGBA, into a QImage."""
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
    # QImage does not own the buffer that it is made from; its copy does.
    return QImage(pixels.tobytes(), width, height, channels * width, kind).copy()


def thumbnail(pixels: NDArray[np.uint8]) -> QImage:
    """Make a picture small, at its own proportions."""
    height, width = pixels.shape[:2]
    step = max(1, min(width // (4 * THUMBNAIL_WIDTH), height // (4 * THUMBNAIL_HEIGHT)))
    return to_qimage(pixels[::step, ::step]).scaled(
        THUMBNAIL_WIDTH,
        THUMBNAIL_HEIGHT,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
