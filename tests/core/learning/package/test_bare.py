"""What holds more than a picture is not given on as it is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from core.learning.package.bare import bare_suffix

PIXELS = np.random.default_rng(1).integers(0, 255, (40, 40, 3), np.uint8)
EXIF = Image.Exif()
EXIF[0x010E] = "Ni Luh Ayu, born 1990"
TEXT = PngImagePlugin.PngInfo()
TEXT.add_text("Author", "Ni Luh Ayu")


def encoded(kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).save(buffer, format=kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (encoded("JPEG"), ".jpg"),
        (encoded("JPEG", progressive=True), ".jpg"),
        (encoded("JPEG", restart_marker_rows=1), ".jpg"),
        (encoded("PNG"), ".png"),
    ],
)
def test_nothing_but_a_picture(data: bytes, suffix: str) -> None:
    assert bare_suffix(data) == suffix


@pytest.mark.parametrize(
    "data",
    [
        encoded("JPEG", exif=EXIF),
        encoded("JPEG", comment="Ni Luh Ayu"),
        encoded("JPEG", xmp=b"<x>Ni Luh Ayu</x>"),
        encoded("JPEG", icc_profile=b"Ni Luh Ayu"),
        encoded("JPEG") + b"Ni Luh Ayu",
        encoded("JPEG")[:-2],
        encoded("PNG", exif=EXIF),
        encoded("PNG", pnginfo=TEXT),
        encoded("PNG") + b"Ni Luh Ayu",
        encoded("PNG")[:-5],
        encoded("TIFF"),
        encoded("WEBP"),
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff",
    ],
)
def test_more_than_a_picture(data: bytes) -> None:
    assert bare_suffix(data) is None


@given(
    data=st.binary(max_size=300), start=st.sampled_from([b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"])
)
def test_whatever_comes_is_answered(data: bytes, start: bytes) -> None:
    assert bare_suffix(start + data) in {None, ".jpg", ".png"}


@given(place=st.integers(2, 400), words=st.just(b"\xff\xfe\x00\x0cNi Luh Ayu"))
def test_a_comment_anywhere_between_segments_is_found(place: int, words: bytes) -> None:
    data = encoded("JPEG")
    segments = [i for i in range(2, 500) if data[i] == 0xFF and data[i + 1] in {0xDB, 0xC0, 0xC4}]
    where = segments[place % len(segments)]
    assert bare_suffix(data[:where] + words + data[where:]) is None


def test_published_images_are_bare(shared_data: Path) -> None:
    images = sorted((shared_data / "ham10000" / "images").glob("*.jpg"))[:50]
    assert {bare_suffix(image.read_bytes()) for image in images} == {".jpg"}
