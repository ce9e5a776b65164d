"""ICC profiles are honoured, whatever the picture's colour model; broken ones are a notice."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from core.images import NoticeCode, decode
from tests.core.images.samples import encode, far, gradient


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped() -> bytes:
    """An RGB profile in which red and green have changed places."""
    return srgb().replace(b"rXYZ", b"zXYZ").replace(b"gXYZ", b"rXYZ").replace(b"zXYZ", b"gXYZ")


def tagged(space: bytes, tags: dict[bytes, bytes], *, connection: bytes = b"XYZ ") -> bytes:
    """An ICC profile of version 2 with the given tags."""
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        table += struct.pack(">4sII", name, offset + len(body), len(value))
        body += value + b"\0" * (-len(value) % 4)
    head = struct.pack(
        ">I4sI4s4s4s12s4s28s3I48s",
        offset + len(body), b"lcms", 0x02400000, b"prtr" if space == b"CMYK" else b"mntr", space,
        connection, struct.pack(">6H", 2026, 1, 1, 0, 0, 0), b"acsp", b"", 0xF6D6, 0x10000, 0xD32D,
        b"",
    )  # fmt: skip
    return head + table + body


def description(text: bytes) -> bytes:
    return struct.pack(">4sII", b"desc", 0, len(text) + 1) + text + b"\0" + b"\0" * 78


WHITE = struct.pack(">4sIiii", b"XYZ ", 0, 0xF6D6, 0x10000, 0xD32D)


def grey_of_gamma_one() -> bytes:
    curve = struct.pack(">4sII", b"curv", 0, 0)
    return tagged(
        b"GRAY", {b"desc": description(b"Linear grey"), b"wtpt": WHITE, b"kTRC": curve}
    )  # fmt: skip


def cmyk_of_black_ink_only() -> bytes:
    """A printer of which only the black ink shows: L* falls with K, neutral."""
    identity = b"".join(struct.pack(">i", 0x10000 * (i % 4 == 0)) for i in range(9))
    ramp = bytes(range(256))
    grid = b"".join(
        bytes((255 if not ink & 1 else 0, 128, 128)) for ink in range(16)  # K varies fastest
    )  # fmt: skip
    table = struct.pack(">4sI4B", b"mft1", 0, 4, 3, 2, 0) + identity + ramp * 4 + grid + ramp * 3
    tags = {b"desc": description(b"Black ink"), b"wtpt": WHITE, b"A2B0": table}
    return tagged(b"CMYK", tags, connection=b"Lab ")


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "TIFF", "WEBP", "AVIF"])
def test_rgb_profile(image_format: str) -> None:
    red = np.full((16, 16, 3), (200, 40, 40), np.uint8)
    options = {"lossless": True} if image_format == "WEBP" else {}
    data = encode(red, image_format, icc_profile=swapped(), **options)
    picture = decode(data)
    assert np.abs(picture.pixels[8, 8].astype(int) - (40, 200, 40)).max() <= 6
    assert picture.record.profile == "sRGB built-in"
    assert picture.record.notices == ()


def test_srgb_itself_changes_nothing() -> None:
    picture = decode(encode(gradient(), "PNG", icc_profile=srgb()))
    assert far(picture.pixels, gradient()) == 0
    assert picture.record.profile == "sRGB built-in"


def test_profile_with_alpha_and_palette() -> None:
    rgba = np.full((4, 4, 4), (200, 40, 40, 255), np.uint8)
    rgba[0, 0, 3] = 0
    for image in (Image.fromarray(rgba), Image.fromarray(rgba[..., :3].copy()).quantize(4)):
        pixels = decode(encode(image, "PNG", icc_profile=swapped())).pixels
        assert np.abs(pixels[2, 2].astype(int) - (40, 200, 40)).max() <= 6
    assert decode(encode(rgba, "PNG", icc_profile=swapped())).pixels[0, 0].tolist() == [255] * 3


def test_grey_profile() -> None:
    grey = np.full((8, 8), 55, np.uint8)  # linear 0.216 is sRGB 128
    picture = decode(encode(grey, "PNG", icc_profile=grey_of_gamma_one()))
    assert np.abs(picture.pixels.astype(int) - 128).max() <= 2
    assert picture.record.profile == "Linear grey"


def test_grey_picture_with_a_colour_profile() -> None:
    grey = gradient()[..., 0]
    picture = decode(encode(grey, "JPEG", quality=100, icc_profile=srgb()))
    assert far(picture.pixels[..., 0], grey) <= 4
    assert picture.record.notices == ()


@pytest.mark.parametrize("image_format", ["TIFF", "JPEG"])
def test_cmyk_profile(image_format: str) -> None:
    """By the profile cyan ink leaves paper white; without it, cyan."""
    cyan, black = (
        Image.new("CMYK", (8, 8), (255, 0, 0, 0)),
        Image.new("CMYK", (8, 8), (0, 0, 0, 255)),
    )
    for image, shade in ((cyan, 255), (black, 0)):
        data = encode(image, image_format, icc_profile=cmyk_of_black_ink_only())
        picture = decode(data)
        assert np.abs(picture.pixels.astype(int) - shade).max() <= 6
        assert picture.record.profile == "Black ink"
    assert decode(encode(cyan, image_format)).pixels[4, 4, 0] < 10


@pytest.mark.parametrize(
    "profile", [b"rubbish", srgb()[:200], b"\0" * 500, cmyk_of_black_ink_only()]
)
def test_a_useless_profile_is_a_notice(profile: bytes) -> None:
    picture = decode(encode(gradient(), "PNG", icc_profile=profile))
    assert far(picture.pixels, gradient()) == 0
    assert picture.record.profile is None
    assert [notice.code for notice in picture.record.notices] == [NoticeCode.PROFILE_IGNORED]
