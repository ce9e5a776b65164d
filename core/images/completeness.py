"""Whether a damaged file was cut short: the commonest damage, and one that a user can mend."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, Final

from core.images.formats import ImageFormat

if TYPE_CHECKING:
    from collections.abc import Callable

_TAIL: Final = 32
_BOX_HEADER: Final = 8
_TIFF_INTEGERS: Final = {3: "H", 4: "I"}
_MOST_STRIPS: Final = 1 << 16


def is_cut_short(data: bytes, image_format: ImageFormat) -> bool:
    """Tell from a file's own bookkeeping whether its end is missing.

    Parameters
    ----------
    data : bytes
        A file that could not be decoded.
    image_format : ImageFormat
        What it begins as.

    Returns
    -------
    bool
        False also where the format keeps no such account.
    """
    check = _CHECKS.get(image_format)
    return check is not None and check(data)


def _jpeg(data: bytes) -> bool:
    # The thumbnail in EXIF data has an end marker too, but stands before the first scan.
    return b"\xff\xd9" not in data[data.rfind(b"\xff\xda") :]


def _png(data: bytes) -> bool:
    return b"IEND" not in data[-_TAIL:]


def _gif(data: bytes) -> bool:
    return b";" not in data[-_TAIL:]


def _bmp(data: bytes) -> bool:
    return int.from_bytes(data[2:6], "little") > len(data)


def _webp(data: bytes) -> bool:
    return int.from_bytes(data[4:8], "little") + 8 > len(data)


def _boxes(data: bytes) -> bool:
    """HEIC and AVIF are a chain of boxes, each of which begins with its length."""
    at = 0
    while at + _BOX_HEADER <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 0:  # to the end of the file, wherever that is
            return False
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        at += max(length, _BOX_HEADER)
    return at != len(data)


def _tiff(data: bytes) -> bool:
    """Directories and strips may lie anywhere, each found by an offset from the file's start."""
    order = "<" if data.startswith(b"II") else ">"
    try:
        (at,) = struct.unpack_from(order + "I", data, 4)
        (count,) = struct.unpack_from(order + "H", data, at)
        entries = [struct.unpack_from(order + "HHI4s", data, at + 2 + 12 * i) for i in range(count)]
        values = {tag: _tiff_values(data, order, entry) for tag, *entry in entries}
    except struct.error:  # an offset leads beyond the end
        return True
    offsets = values.get(273, values.get(324, ()))
    lengths = values.get(279, values.get(325, ()))
    return any(at + length > len(data) for at, length in zip(offsets, lengths, strict=False))


def _tiff_values(data: bytes, order: str, entry: list[Any]) -> tuple[int, ...]:
    kind, count, raw = entry
    if kind not in _TIFF_INTEGERS or count > _MOST_STRIPS:
        return ()
    layout = f"{order}{count}{_TIFF_INTEGERS[kind]}"
    if struct.calcsize(layout) <= len(raw):
        return struct.unpack_from(layout, raw)
    (at,) = struct.unpack(order + "I", raw)
    return struct.unpack_from(layout, data, at)


_CHECKS: Final[dict[ImageFormat, Callable[[bytes], bool]]] = {
    ImageFormat.JPEG: _jpeg,
    ImageFormat.PNG: _png,
    ImageFormat.GIF: _gif,
    ImageFormat.BMP: _bmp,
    ImageFormat.TIFF: _tiff,
    ImageFormat.WEBP: _webp,
    ImageFormat.HEIC: _boxes,
    ImageFormat.AVIF: _boxes,
}
