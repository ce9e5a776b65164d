"""Small pictures of files, read outside the GUI thread and this process, a bounded number kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.errors import ImageError
from desktop.look.thumbnails import THUMBNAIL_WIDTH, thumbnail
from desktop.shell.background import Background

_MOST: Final = 200  # of at most 110 kB each
_MAX_SIDE: Final = 2 * THUMBNAIL_WIDTH

Read = Callable[[Path], QImage]


def read_small(path: Path) -> QImage:
    """Read an image small, outside this process.

    Raises
    ------
    ImageError
        If there is no picture to be had.
    """
    from core.images import read_image

    return thumbnail(read_image(path, max_side=_MAX_SIDE).pixels)


class Thumbnails(QObject):
    """Reads small pictures, those of the newest wish only.

    Parameters
    ----------
    background : Background
        Where they are read.
    read : callable, optional
        How they are read.
    parent : QObject, optional
        As for any QObject.
    """

    came = Signal(object, object)
    """Path and QImage."""
    failed = Signal(object, object)
    """Path and ImageError."""

    def __init__(
        self, background: Background, *, read: Read = read_small, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._read = read
        self._kept: OrderedDict[Path, QImage] = OrderedDict()
        self._wanted: list[Path] = []
        self._reading = False

    @property
    def settled(self) -> bool:
        """Whether all that was wanted has come."""
        return not self._reading and not self._wanted

    def want(self, paths: list[Path]) -> None:
        """Have these read, and forget what was wanted before."""
        self._wanted = []
        for path in paths:
            if path in self._kept:
                self._kept.move_to_end(path)
                self.came.emit(path, self._kept[path])
            else:
                self._wanted.append(path)
        self._go_on()

    def _go_on(self) -> None:
        """Read one after the other, so that other work of the window gets its turn between them."""
        if self._reading or not self._wanted:
            return
        path = self._wanted.pop(0)
        self._reading = True
        self._background.run(
            lambda: self._read(path),
            done=lambda image: self._came(path, image),
            failed=lambda error: self._failed(path, error),
        )

    def _came(self, path: Path, image: QImage) -> None:
        self._kept[path] = image
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        self._reading = False
        self.came.emit(path, image)
        self._go_on()

    def _failed(self, path: Path, error: Exception) -> None:
        self._reading = False
        if not isinstance(error, ImageError):
            raise error
        self.failed.emit(path, error)
        self._go_on()
