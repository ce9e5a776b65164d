"""The icon in the forms that systems want, drawn from the one that ships."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Final

from PIL import Image

SOURCE: Final = Path(__file__).resolve().parents[2] / "resources" / "icons" / "lentigo.svg"
SIZES: Final = (16, 32, 48, 64, 128, 256)


def drawn(size: int) -> Image.Image:
    """Draw it as a square with sides of so many pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # its types want bytes for the name
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def write_ico(path: Path) -> Path:
    """Write it as Windows wants it."""
    drawn(max(SIZES)).save(path, "ICO", sizes=[(size, size) for size in SIZES])
    return path


def write_icns(path: Path) -> Path:
    """Write it as macOS wants it."""
    drawn(1024).save(path, "ICNS")
    return path


def write_png(path: Path, *, size: int) -> Path:
    """Write it as Linux desktops want it."""
    drawn(size).save(path, "PNG")
    return path
