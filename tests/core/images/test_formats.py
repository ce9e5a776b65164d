"""The bytes say what a file is, not its name."""

from __future__ import annotations

import pytest

from core.errors import UnreadableImage, UnsupportedFormat
from core.images import ImageFormat, decode
from core.images.formats import identify
from tests.core.images.samples import every_format


@pytest.mark.parametrize("name", every_format())
def test_every_sample_is_identified(name: str) -> None:
    assert identify(every_format()[name]) == name.split("-", maxsplit=1)[0]


@pytest.mark.parametrize(
    "data",
    [
        b"x",
        b"%PDF-1.7 and so on",
        b"<!DOCTYPE html><html></html>",
        b"PK\x03\x04" + b"\0" * 100,
        b"\0" * 4096,
        b"BM is how this letter begins, but it is no bitmap at all.",
        b"RIFF\x24\0\0\0WAVEfmt ",
        b"\0\0\0\x18ftypmp42\0\0\0\0isommp42",
        b"\xff\xd8",
    ],
)
def test_other_bytes_are_an_unsupported_format(data: bytes) -> None:
    assert identify(data) is None
    with pytest.raises(UnsupportedFormat, match="not a picture that Lentigo can read"):
        decode(data)


def test_an_empty_file_is_named_as_such() -> None:
    with pytest.raises(UnreadableImage, match="empty"):
        decode(b"")


def test_avif_declared_among_compatible_brands() -> None:
    head = b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf"
    assert identify(head) is ImageFormat.AVIF
    assert identify(head.replace(b"avif", b"heic")) is ImageFormat.HEIC
