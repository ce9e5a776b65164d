"""Small pictures of images, read outside the GUI thread and this process, a bounded number kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.errors import ImageError
from core.image_source import ImageSource
from desktop.look.thumbnails import THUMBNAIL_WIDTH, thumbnail
from desktop.shell.background import Background

_MOST: Final = 200  # of at most 110 kB each
_MAX_SIDE: Final = 2 * THUMBNAIL_WIDTH

Read = Callable[[ImageSource], QImage]


def read_small(source: ImageSource) -> QImage:
    """Read an image small, outside this process.

    Raises
    ------
    ImageError
        If there is no picture to be had.
    """
    from core.images import read_image

    return thumbnail(read_image(source, max_side=_MAX_SIDE).pixels)


class Thumbnails(QObject):
    """Reads small pictures, those of the newest wish only.

    Parameters
    ----------
    background : Background
        Where they are read.
    read : callable, optional
        How they are read.
    most : int, optional
        How many are kept.
    parent : QObject, optional
        As for any QObject.
    """

    came = Signal(object, object)
    """ImageSource and QImage."""
    failed = Signal(object, object)
    """ImageSource and ImageError."""

    def __init__(
        self,
        background: Background,
        *,
        read: Read = read_small,
        most: int = _MOST,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._read = read
        self._most = most
        self._kept: OrderedDict[ImageSource, QImage] = OrderedDict()
        self._wanted: list[ImageSource] = []
        self._reading = False

    @property
    def settled(self) -> bool:
        """Whether all that was wanted has come."""
        return not self._reading and not self._wanted

    def want(self, sources: Sequence[ImageSource]) -> None:
        """Have these read, and forget what was wanted before."""
        self._wanted = []
        for source in sources:
            if source in self._kept:
                self._kept.move_to_end(source)
                self.came.emit(source, self._kept[source])
            else:
                self._wanted.append(source)
        self._go_on()

    def _go_on(self) -> None:
        """Read one after the other, so that other work of the window gets its turn between them."""
        if self._reading or not self._wanted:
            return
        source = self._wanted.pop(0)
        self._reading = True
        self._background.run(
            lambda: self._read(source),
            done=lambda image: self._came(source, image),
            failed=lambda error: self._failed(source, error),
        )

    def _came(self, source: ImageSource, image: QImage) -> None:
        self._kept[source] = image
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        self._reading = False
        self.came.emit(source, image)
        self._go_on()

    def _failed(self, source: ImageSource, error: Exception) -> None:
        self._reading = False
        if not isinstance(error, ImageError):
            raise error
        self.failed.emit(source, error)
        self._go_on()
