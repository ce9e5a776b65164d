"""What comes in by dialog, drag and drop, paste or command line, as images to open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from desktop.language.words import mark, tr
from desktop.look.entries import Source

if TYPE_CHECKING:
    from desktop.shell.background import Background

NOTHING_FETCHED: Final = mark(
    "Lentigo fetches nothing from the network. Save the picture, or copy the picture itself, and "
    "open it here."
)
NO_IMAGE: Final = mark("There is no picture in what you pasted or dropped.")
NO_IMAGES: Final = mark("There is no image in this folder.")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a drop or the clipboard holds for us.

    Parameters
    ----------
    paths : tuple of Path
        Local files and folders.
    image : QImage, optional
        A picture itself.
    remote : bool
        Whether there was only an address, which we do not fetch.
    """

    paths: tuple[Path, ...] = ()
    image: QImage | None = None
    remote: bool = False

    def __bool__(self) -> bool:
        return bool(self.paths) or self.image is not None


def offer_of(data: QMimeData) -> Offer:
    """Look at what is offered: files first, then a picture, then addresses.

    A browser offers an address and often the picture as well; a file manager offers files.
    """
    urls = data.urls() if data.hasUrls() else []
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if paths:
        return Offer(paths)
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Offer(image=image)
    return Offer(remote=bool(urls) or data.text().startswith(("http://", "https://")))


class Intake(QObject):
    """Turns offers into images to open, outside the GUI thread where it could take long.

    Parameters
    ----------
    background : Background
        Walks folders and encodes pasted pictures.
    parent : QObject, optional
        As for any QObject.
    """

    found = Signal(object)
    """Sequence of (source, name), to be opened."""
    took = Signal(object)
    """Tuple of the paths in which there was something to open."""
    refused = Signal(str)
    """A sentence that says why nothing comes."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._pasted = count(1)

    def take(self, data: QMimeData) -> None:
        """Open what was dropped or pasted."""
        offer = offer_of(data)
        if offer.paths:
            self.take_paths(offer.paths)
        elif offer.image is not None:
            image, name = offer.image, tr("Pasted picture {number}", number=next(self._pasted))
            self._run(lambda: [(encoded(image), name)])
        else:
            self.refused.emit(tr(NOTHING_FETCHED) if offer.remote else tr(NO_IMAGE))

    def take_paths(self, paths: Iterable[Path]) -> None:
        """Open files, and the images in folders."""
        named = tuple(paths)
        self._run(lambda: _walked(named), named)

    def _run(
        self, work: Callable[[], list[tuple[Source, str]]], paths: tuple[Path, ...] = ()
    ) -> None:
        self._background.run(work, done=lambda sources: self._hand_over(sources, paths))

    def _hand_over(self, sources: list[tuple[Source, str]], paths: tuple[Path, ...]) -> None:
        if sources:
            self.found.emit(sources)
            self.took.emit(paths)
        else:
            self.refused.emit(tr(NO_IMAGES))


def _walked(paths: Iterable[Path]) -> list[tuple[Source, str]]:
    from core.images import find_images

    return [(path, path.name or str(path)) for path in find_images(paths)]


def encoded(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file, so that it goes the way of all images."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes str
    return bytes(buffer.data().data())
