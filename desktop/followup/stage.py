"""The pictures: beside each other, or over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.followup.overlay import OverlayPicture
from desktop.followup.picture import FollowPicture
from desktop.language.words import mark, tr
from desktop.look.link import Link

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

NAMES: Final = (mark("Older image"), mark("Newer image"))


class Stage(QStackedWidget):
    """Shows two images in one of the ways there are.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    sides : (FollowPicture, FollowPicture)
        The older and the newer image beside each other.
    overlay : OverlayPicture
        Both over each other.
    """

    drawn = Signal(int, QLineF)
    """In which of the two a line was drawn, 0 or 1, and the line in its pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = (FollowPicture(self), FollowPicture(self))
        self.overlay = OverlayPicture(self)
        self.overlay.setAccessibleName(tr("Both images over each other"))
        beside = QWidget(self)
        layout = QHBoxLayout(beside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for side, (picture, name) in enumerate(zip(self.sides, NAMES, strict=True)):
            picture.setAccessibleName(tr(name))
            picture.drawn.connect(lambda line, side=side: self.drawn.emit(side, line))
            layout.addWidget(picture, 1)
        self._link = Link(self.sides, self)
        self.addWidget(beside)
        self.addWidget(self.overlay)

    def show_pictures(self, older: QImage | None, newer: QImage | None) -> None:
        """Show two images, where they were looked at before."""
        for picture, image in zip(self.sides, (older, newer), strict=True):
            picture.replace_picture(image)
        self.overlay.show_pair(older, newer)

    def show_words(self, older: str, newer: str) -> None:
        """Say something where a picture would be."""
        for picture, words in zip(self.sides, (older, newer), strict=True):
            picture.show_words(words)
        named = zip(NAMES, (older, newer), strict=True)
        self.overlay.show_words(
            "\n\n".join(f"{tr(name)}: {words}" for name, words in named if words)
        )

    def show_outlines(self, older: QImage | None, newer: QImage | None) -> None:
        """Draw outlines of the lesion over the pictures, or none."""
        for picture, image in zip(self.sides, (older, newer), strict=True):
            picture.show_heat(image)
        self.overlay.show_outlines(older, newer)

    def show_beside(self) -> None:
        """Show both beside each other."""
        self.setCurrentIndex(0)

    def show_over(self) -> None:
        """Show both over each other, to be used with the keys at once."""
        self.setCurrentWidget(self.overlay)
        self.overlay.setFocus()

    @property
    def seen(self) -> FollowPicture:
        """The picture that is zoomed."""
        return self.overlay if self.currentWidget() is self.overlay else self.sides[0]

    def set_drawing(self, *, on: bool) -> None:
        """Have lines drawn, or pictures moved."""
        for picture in self.sides:
            picture.set_drawing(on=on)
        if on and not self.sides[1].hasFocus():
            self.sides[0].setFocus()

    def show_line(self, side: int, line: QLineF | None, words: str = "") -> None:
        """Show a line in one of the two, and none in the other."""
        self.sides[side].show_line(line, words)
        self.sides[1 - side].show_line(None)
