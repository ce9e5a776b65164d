"""A page as it is seen: its picture, and the words on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop.look.thumbnails import to_qimage

if TYPE_CHECKING:
    from core.report.drawn_pages import DrawnPages


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A page that was drawn.

    Parameters
    ----------
    image : QImage
        Its picture.
    words : str
        What stands on it.
    """

    image: QImage
    words: str


def draw(pages: DrawnPages, page: int, *, width: int, ratio: float) -> Drawn:
    """Draw a page so many pixels wide, for a screen with so many pixels to each of Qt's."""
    image = to_qimage(pages.draw(page, width=width))
    image.setDevicePixelRatio(ratio)
    return Drawn(image, pages.text(page))
