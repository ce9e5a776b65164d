"""Every format and mode that Pillow and pi-heif read becomes the right sRGB pixels."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, TiffImagePlugin

from core.errors import UnreadableImage
from core.images import NoticeCode, decode
from tests.core.images.samples import (
    DATA,
    LOSSY,
    codes,
    encode,
    every_format,
    far,
    gradient,
    png_of,
    with_orientation,
)

LOSSLESS = ("png", "tiff-raw", "tiff-lzw", "bmp", "webp")


@pytest.mark.parametrize("name", LOSSLESS)
def test_lossless_formats_are_exact(name: str) -> None:
    picture = decode(every_format()[name])
    assert far(picture.pixels, gradient()) == 0
    assert picture.pixels.dtype == np.uint8
    assert picture.pixels.flags.c_contiguous
    assert picture.record.notices == ()


@pytest.mark.parametrize("name", ["jpeg", "jpeg-progressive", "tiff-jpeg", "webp-lossy", "avif"])
def test_lossy_formats_are_close(name: str) -> None:
    assert far(decode(every_format()[name]).pixels, gradient()) <= LOSSY


@pytest.mark.parametrize("name", ["gradient", "ten_bits", "two_images", "turned"])
def test_heic(name: str) -> None:
    picture = decode((DATA / f"{name}.heic").read_bytes())
    expected = gradient()
    if name == "turned":  # the container's own rotation, a quarter clockwise
        expected = np.rot90(expected, -1)
    assert far(picture.pixels, expected) <= 3 * LOSSY  # gentle x265, in 4:2:0, saw other corners
    assert picture.record.frames == (2 if name == "two_images" else 1)
    assert picture.record.bits == (10 if name == "ten_bits" else 8)


def test_the_record_tells_what_the_file_was() -> None:
    data = every_format()["png"]
    record = decode(data).record
    assert (record.format, record.width, record.height) == ("png", 64, 48)
    assert (record.mode, record.bits, record.orientation, record.frames) == ("RGB", 8, 1, 1)
    assert record.byte_count == len(data)
    assert record.sha256 == hashlib.sha256(data).hexdigest()
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
def test_exif_orientations(image_format: str, orientation: int) -> None:
    turns: dict[int, Callable[[NDArray[np.uint8]], NDArray[np.uint8]]] = {
        1: np.asarray,
        2: np.fliplr,
        3: lambda a: np.rot90(a, 2),
        4: np.flipud,
        5: lambda a: a.swapaxes(0, 1),
        6: lambda a: np.rot90(a, -1),
        7: lambda a: np.rot90(a.swapaxes(0, 1), 2),
        8: np.rot90,
    }
    image = Image.fromarray(gradient())
    options = {"quality": 95} if image_format in ("JPEG", "AVIF") else {}
    if image_format == "WEBP":
        options = {"lossless": True}
    exif = with_orientation(image, orientation)
    picture = decode(encode(image, image_format, exif=exif, **options))
    expected = turns[orientation](gradient())
    assert far(picture.pixels, expected) <= LOSSY
    assert picture.record.orientation == orientation
    assert (picture.record.height, picture.record.width) == expected.shape[:2]


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_impossible_orientations_are_ignored(orientation: int) -> None:
    image = Image.fromarray(gradient())
    picture = decode(encode(image, "PNG", exif=with_orientation(image, orientation)))
    assert far(picture.pixels, gradient()) == 0


def test_damaged_exif_is_a_notice_not_an_error() -> None:
    picture = decode(encode(gradient(), "PNG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff garbage"))
    assert far(picture.pixels, gradient()) == 0
    assert picture.record.orientation == 1


def test_alpha_is_laid_over_white() -> None:
    rgba = np.dstack([gradient(), np.full((48, 64), 255, np.uint8)])
    rgba[:, :32, 3] = 0
    rgba[:, 32, 3] = 128
    picture = decode(encode(rgba, "PNG"))
    assert (picture.pixels[:, :32] == 255).all()
    assert far(picture.pixels[:, 33:], gradient()[:, 33:]) == 0
    half = (gradient()[:, 32].astype(float) * 128 + 255 * 127) / 255
    assert np.abs(picture.pixels[:, 32] - half).max() <= 1
    assert codes(picture) == [NoticeCode.ALPHA_FLATTENED]


def test_opaque_alpha_is_not_worth_a_notice() -> None:
    rgba = np.dstack([gradient(), np.full((48, 64), 255, np.uint8)])
    assert decode(encode(rgba, "PNG")).record.notices == ()


def test_grey_with_alpha_and_one_bit() -> None:
    grey = gradient()[..., 0]
    layered = Image.merge("LA", [Image.fromarray(grey), Image.new("L", (64, 48), 255)])
    assert far(decode(encode(layered, "PNG")).pixels, np.dstack([grey] * 3)) == 0
    bits = Image.fromarray(grey).convert("1")
    picture = decode(encode(bits, "PNG"))
    assert far(picture.pixels[..., 0], np.asarray(bits.convert("L"))) == 0
    assert picture.record.bits == 1


def test_palette_with_a_transparent_colour() -> None:
    palette = Image.new("P", (4, 2), 1)
    palette.putpalette([10, 20, 30, 200, 100, 50])
    palette.putpixel((0, 0), 0)
    for options in ({}, {"transparency": 0}):
        pixels = decode(encode(palette, "PNG", **options)).pixels
        assert pixels[1, 1].tolist() == [200, 100, 50]
        assert pixels[0, 0].tolist() == ([255, 255, 255] if options else [10, 20, 30])


def test_16_bit_grey_is_scaled_not_clipped() -> None:
    grey = np.linspace(0, 65535, 64 * 48).reshape(48, 64).astype(np.uint16)
    for image_format in ("PNG", "TIFF"):
        picture = decode(encode(grey, image_format))
        assert far(picture.pixels[..., 1], np.rint(grey / 257).astype(np.uint8)) == 0
        assert picture.record.bits == 16


def test_16_bit_colour_png() -> None:
    pixels = gradient().astype(">u2") * 257
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)
    picture = decode(png_of(64, 48, depth=16, colour=2, rows=rows))
    assert far(picture.pixels, gradient()) <= 1
    assert picture.record.bits == 16


@pytest.mark.parametrize(
    ("low", "high", "guessed"), [(0.0, 1.0, False), (0.0, 255.0, False), (-3.0, 7.0, True)]
)
def test_float_tiff(low: float, high: float, guessed: bool) -> None:
    values = np.linspace(low, high, 48 * 64, dtype=np.float32).reshape(48, 64)
    picture = decode(encode(values, "TIFF"))
    assert far(picture.pixels[..., 0], np.rint((values - low) / (high - low) * 255)) <= 1
    assert codes(picture) == [NoticeCode.RANGE_STRETCHED] * guessed


def test_32_bit_integer_tiff() -> None:
    values = np.linspace(0, 65535, 48 * 64).reshape(48, 64).astype(np.int32)
    pixels = decode(encode(values, "TIFF")).pixels
    assert far(pixels[..., 0], np.rint(values / 257)) <= 1


def test_tiff_without_numbers_is_an_error() -> None:
    values = np.full((8, 8), np.nan, np.float32)
    with pytest.raises(UnreadableImage, match="no numbers"):
        decode(encode(values, "TIFF"))


def test_tiff_in_which_zero_is_white() -> None:
    info = TiffImagePlugin.ImageFileDirectory_v2()
    grey = np.linspace(0, 65535, 48 * 64).reshape(48, 64).astype(np.uint16)
    data = bytearray(encode(grey, "TIFF", tiffinfo=info))
    entry = data.index(b"\x06\x01\x03\x00\x01\x00\x00\x00\x01")  # photometric interpretation: 1
    data[entry + 8] = 0
    pixels = decode(bytes(data)).pixels
    assert far(pixels[..., 0], np.rint(255 - grey / 257)) <= 1


def test_cmyk_without_profile() -> None:
    cmyk = Image.fromarray(gradient()).convert("CMYK")
    for image_format in ("TIFF", "JPEG"):
        options = {"quality": 95} if image_format == "JPEG" else {}
        picture = decode(encode(cmyk, image_format, **options))
        assert far(picture.pixels, gradient()) <= LOSSY
        assert picture.record.mode == "CMYK"


def test_lab_tiff() -> None:
    lab = Image.new("LAB", (8, 8), (138, 128, 128))  # L* = 54, neutral: middle grey of about 128
    pixels = decode(encode(lab, "TIFF")).pixels
    assert np.abs(pixels.astype(int) - 128).max() <= 3


@pytest.mark.parametrize("image_format", ["GIF", "WEBP", "TIFF", "PNG"])
def test_first_frame_with_a_notice(image_format: str) -> None:
    first = Image.new("RGB", (20, 10), (200, 40, 40))
    others = [Image.new("RGB", (20, 10), (0, 0, shade)) for shade in (100, 200)]
    options = {"lossless": True} if image_format == "WEBP" else {}
    data = encode(first, image_format, save_all=True, append_images=others, **options)
    picture = decode(data)
    assert picture.pixels[5, 5].tolist() == [200, 40, 40]
    assert picture.record.frames == 3
    assert codes(picture) == [NoticeCode.FIRST_FRAME]
