"""Large, reduced and extreme pictures, and limits on them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from core.errors import ImageTooLarge
from core.images import Limits, NoticeCode, decode
from tests.core.images.samples import (
    codes,
    encode,
    every_format,
    far,
    gradient,
    png_of,
    with_orientation,
)


@pytest.mark.parametrize("name", ["jpeg", "png", "heic", "dicom"])
@pytest.mark.parametrize("max_side", [1, 7, 16, 63, 64, 500])
def test_max_side(name: str, max_side: int) -> None:
    picture = decode(every_format()[name], max_side=max_side)
    assert (picture.record.width, picture.record.height) == (64, 48)
    assert max(picture.pixels.shape[:2]) == min(64, max_side)
    assert (NoticeCode.REDUCED in codes(picture)) == (max_side < 64)


def test_reduced_large_image_looks_the_same() -> None:
    pixels = gradient(900, 1300)
    image = Image.fromarray(pixels)
    exif = with_orientation(image, 6)
    picture = decode(encode(image, "PNG", exif=exif), max_side=100)
    expected = np.rot90(np.asarray(image.resize((100, 69), Image.Resampling.BOX)), -1)
    assert far(picture.pixels, expected) <= 8


def test_max_side_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        decode(every_format()["png"], max_side=0)


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 5000), (5000, 1), (3, 2)])
def test_extreme_shapes(height: int, width: int) -> None:
    pixels = gradient(height, width)
    assert far(decode(encode(pixels, "PNG")).pixels, pixels) == 0
    small = decode(encode(pixels, "PNG"), max_side=10).pixels
    assert max(small.shape[:2]) == min(10, max(height, width))


def test_bombs_are_too_large() -> None:
    with pytest.raises(ImageTooLarge, match="40000 x 40000"):
        decode(png_of(40000, 40000, depth=1, colour=0, rows=b"\0" * 1000))
    with pytest.raises(ImageTooLarge, match="a side"):
        decode(png_of(100_000, 2, depth=1, colour=0, rows=b"\0" * 1000))
    texts = PngImagePlugin.PngInfo()
    texts.add_text("comment", "x" * (1 << 21), zip=True)
    with pytest.raises(ImageTooLarge, match="unpacks"):
        decode(encode(gradient(), "PNG", pnginfo=texts))


def test_limits_are_kept_and_checked() -> None:
    png = every_format()["png"]
    with pytest.raises(ImageTooLarge, match="MB"):
        decode(png, limits=Limits(max_bytes=100))
    with pytest.raises(ImageTooLarge, match="64 x 48"):
        decode(png, limits=Limits(max_pixels=1000))
    with pytest.raises(ValueError, match="max_side"):
        Limits(max_side=0)
