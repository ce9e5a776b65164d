"""Whether a picture's file holds nothing but the picture, so that it can be given on as it is.

Whatever is not known to be harmless counts as something else: the picture is encoded anew then.
"""

from __future__ import annotations

from typing import Final

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"}
)
_PLAIN_JFIF: Final = 16  # bytes of a header without a thumbnail
_APP0, _ADOBE, _SCAN, _END = 0xE0, 0xEE, 0xDA, 0xD9
# Tables, frames and restart intervals; no comments and no application data.
_JPEG_TABLES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD})


def bare_suffix(data: bytes) -> str | None:
    """Give the usual suffix of a file that holds nothing but a picture; None for others."""
    if data.startswith(_JPEG):
        return ".jpg" if _is_bare_jpeg(data) else None
    if data.startswith(_PNG):
        return ".png" if _is_bare_png(data) else None
    return None


def _is_bare_jpeg(data: bytes) -> bool:
    place = len(_JPEG)
    while data[place : place + 1] == b"\xff" and place + 4 <= len(data):
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        known = marker in _JPEG_TABLES or marker == _SCAN
        header = marker in {_APP0, _ADOBE} and length <= _PLAIN_JFIF
        if not (known or header):
            return False
        place += 2 + length
        if marker == _SCAN:
            place = _end_of_scan(data, place)
        if data[place:] == bytes((0xFF, _END)):
            return True
    return False


def _end_of_scan(data: bytes, place: int) -> int:
    """Find the next marker: within a scan, 0xFF is followed by 0 or by a restart."""
    while (place := data.find(b"\xff", place)) >= 0:
        following = data[place + 1 : place + 2]
        if following != b"\0" and not b"\xd0" <= following <= b"\xd7":
            return place
        place += 2
    return len(data)


def _is_bare_png(data: bytes) -> bool:
    place = len(_PNG)
    while place + 12 <= len(data):
        length, name = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        if name not in _PNG_CHUNKS:
            return False
        place += 12 + length
        if name == b"IEND":
            return length == 0 and place == len(data)
    return False
