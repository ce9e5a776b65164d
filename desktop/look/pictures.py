"""The decoded pictures that are kept at hand, within a bound on memory.

Two thousand images of 2048 pixels would need 18 GB. The few looked at last are kept; another is
read again when it is wanted, by the decoders of `core.images`, outside this process.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.look.entries import Source

if TYPE_CHECKING:
    from core.images import Picture
    from desktop.shell.background import Background

_MAX_BYTES: Final = 192 << 20
_MAX_SIDE: Final = 2048  # as the engine hands them out

Read = Callable[[Source], "Picture"]


def read_bounded(source: Source) -> Picture:
    """Read an image as the engine would, outside this process.

    Raises
    ------
    ImageError
        If there is no picture to be had.
    """
    from core.images import read_image

    return read_image(source, max_side=_MAX_SIDE)


class PictureStore(QObject):
    """Keeps the pictures used last; reads others in the background.

    Parameters
    ----------
    background : Background
        Where they are read.
    read : callable, optional
        How they are read.
    max_bytes : int, optional
        How much is kept; the newest picture always is.
    parent : QObject, optional
        As for any QObject.
    """

    arrived = Signal(int)
    """Id of an image whose picture is at hand now."""

    def __init__(
        self,
        background: Background,
        *,
        read: Read = read_bounded,
        max_bytes: int = _MAX_BYTES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._read = read
        self._max_bytes = max_bytes
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        self._bytes = 0
        self._asked: set[int] = set()

    def get(self, image: int) -> Picture | None:
        """Return the picture if it is at hand."""
        if image not in self._pictures:
            return None
        self._pictures.move_to_end(image)
        return self._pictures[image]

    def put(self, image: int, picture: Picture) -> None:
        """Keep a picture, perhaps in place of those not looked at for longest."""
        self.drop(image)
        self._pictures[image] = picture
        self._bytes += picture.pixels.nbytes
        while len(self._pictures) > 1 and self._bytes > self._max_bytes:
            self.drop(next(iter(self._pictures)))
        self.arrived.emit(image)

    def ask(self, image: int, source: Source) -> None:
        """Read a picture that is not at hand; `arrived` says when it is."""
        if image in self._asked:
            return
        self._asked.add(image)
        self._background.run(
            lambda: self._read(source),
            done=lambda picture: self._came(image, picture),
            # The engine reads the same file and says, beside the image, what is wrong with it.
            failed=lambda _: self._asked.discard(image),
        )

    def drop(self, image: int) -> None:
        """Forget a picture, also one that is still being read."""
        self._asked.discard(image)
        picture = self._pictures.pop(image, None)
        if picture is not None:
            self._bytes -= picture.pixels.nbytes

    def _came(self, image: int, picture: Picture) -> None:
        if image in self._asked:  # not closed meanwhile
            self.put(image, picture)
