"""Small pictures of an atlas's images, kept beside the atlas: the second time they come at once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QIODevice, QSaveFile, Qt
from PySide6.QtGui import QImage, QImageWriter

from core.image_source import ImageSource
from desktop.look.thumbnails import to_qimage

FOLDER: Final = "small"
_WIDTH, _HEIGHT = 256, 192  # sharp enough at 160 %, and 15 kB as a file
_QUALITY: Final = 88
_FORMAT: Final = QByteArray(b"jpeg")


def read_small(source: ImageSource, *, kept: Path | None) -> QImage:
    """Read an image small: what is kept of it, else the file itself, outside this process.

    Parameters
    ----------
    source : ImageSource
        The image.
    kept : Path, optional
        Folder of small pictures; what cannot be written there is not kept.

    Raises
    ------
    ImageError
        If there is no picture to be had.
    """
    place = None if kept is None or not isinstance(source, Path) else _place(source, kept)
    if place is not None:
        picture = QImage(str(place))
        if not picture.isNull():
            return picture
    picture = _shrunk(source)
    if place is not None:
        _keep(picture, place)
    return picture


def _place(source: Path, kept: Path) -> Path | None:
    """Where it is kept: another file of the same name is another picture."""
    try:
        found = source.stat()
    except OSError:
        return None  # reading it says what is wrong
    stamp = f"{source}|{found.st_size}|{found.st_mtime_ns}"
    name = hashlib.sha256(stamp.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return kept / name[:2] / f"{name}.jpg"


def _shrunk(source: ImageSource) -> QImage:
    from core.images import read_image

    picture = to_qimage(read_image(source, max_side=2 * _WIDTH).pixels)
    return picture.scaled(
        _WIDTH,
        _HEIGHT,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _keep(picture: QImage, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return  # as on a medium that is only read
    file = QSaveFile(str(place))
    if file.open(QIODevice.OpenModeFlag.WriteOnly):
        writer = QImageWriter(file, _FORMAT)
        writer.setQuality(_QUALITY)
        if writer.write(picture):
            file.commit()
