"""Reads the picture of a question outside the GUI thread, and shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language.words import tr
from desktop.look.pictures import read_bounded
from desktop.look.thumbnails import to_qimage
from desktop.shell.background import named

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.image_source import ImageSource
    from desktop.look.picture_view import PictureView
    from desktop.shell.background import Background


class QuestionPicture(QObject):
    """One picture at a time; what comes too late is dropped.

    Parameters
    ----------
    view : PictureView
        Where it is shown.
    background : Background
        Where it is read.
    """

    came = Signal()
    """It is seen."""
    failed = Signal()
    """It cannot be read; the view says why."""

    def __init__(self, view: PictureView, background: Background) -> None:
        super().__init__(view)
        self._view = view
        self._background = background
        self._wish = 0
        self._awaited = 0

    @property
    def settled(self) -> bool:
        """Whether nothing is being read."""
        return not self._awaited

    def show(self, source: ImageSource) -> None:
        """Read a picture, and show it."""
        self._wish += 1
        self._awaited += 1
        self._view.show_picture(None)
        self._view.show_words(tr("Reading the picture…"))
        self._background.run(
            partial(_read, source),
            done=partial(self._came, self._wish),
            failed=partial(self._failed, self._wish),
        )

    def drop(self) -> None:
        """Wait for it no longer."""
        self._wish += 1

    def _came(self, wish: int, found: tuple[QImage, int]) -> None:
        self._awaited -= 1
        if wish == self._wish:
            image, width = found
            self._view.show_words("")
            self._view.show_picture(image, full_width=width)
            self.came.emit()

    def _failed(self, wish: int, error: Exception) -> None:
        self._awaited -= 1
        error = named(error)
        if wish == self._wish:
            self._view.show_words(error.message)
            self.failed.emit()


def _read(source: ImageSource) -> tuple[QImage, int]:
    picture = read_bounded(source)
    return to_qimage(picture.pixels), picture.record.width
