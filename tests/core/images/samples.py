"""Images made here, in every format and mode, so that the tests need no file of anybody's."""

from __future__ import annotations

import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, PngImagePlugin

from core.images import NoticeCode, Picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

DATA = Path(__file__).parent / "data"
LOSSY = 12


def gradient(height: int = 48, width: int = 64) -> NDArray[np.uint8]:
    """Red grows to the right, green downwards, blue stands: no two corners look alike."""
    rows, columns = np.mgrid[:height, :width]
    red, green = columns * 255 // max(1, width - 1), rows * 255 // max(1, height - 1)
    return np.stack([red, green, np.full_like(red, 90)], axis=-1).astype(np.uint8)


def encode(image: Image.Image | NDArray[Any], image_format: str, **options: Any) -> bytes:
    """Have Pillow write an image."""
    if not isinstance(image, Image.Image):
        image = Image.fromarray(image)
    out = BytesIO()
    image.save(out, image_format, **options)
    return out.getvalue()


def with_orientation(image: Image.Image, orientation: int) -> Image.Exif:
    """EXIF data that states an orientation."""
    exif = image.getexif()
    exif[0x0112] = orientation
    return exif


def far(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> int:
    """Largest difference of two arrays of samples."""
    assert one.shape == other.shape
    return int(np.abs(one.astype(int) - other.astype(int)).max())


@cache
def every_format() -> dict[str, bytes]:
    """One healthy file for each format and for each compression that differs in its decoder."""
    from tests.core.images.dicoms import compressed_dicoms, dicom

    pixels = gradient()
    palette = Image.fromarray(pixels).quantize(32)
    return {
        "jpeg": encode(pixels, "JPEG", quality=95),
        "jpeg-progressive": encode(pixels, "JPEG", quality=95, progressive=True),
        "jpeg-cmyk": encode(Image.fromarray(pixels).convert("CMYK"), "JPEG", quality=95),
        "png": encode(pixels, "PNG"),
        "png-16": encode(pixels[..., 0].astype(np.uint16) * 257, "PNG"),
        "png-palette": encode(palette, "PNG"),
        "tiff-raw": encode(pixels, "TIFF"),
        "tiff-lzw": encode(pixels, "TIFF", compression="tiff_lzw"),
        "tiff-jpeg": encode(pixels, "TIFF", compression="jpeg"),
        "bmp": encode(pixels, "BMP"),
        "webp": encode(pixels, "WEBP", lossless=True),
        "webp-lossy": encode(pixels, "WEBP", quality=90),
        "avif": encode(pixels, "AVIF", quality=95),
        "gif": encode(palette, "GIF"),
        "heic": (DATA / "gradient.heic").read_bytes(),
        "dicom": dicom(pixels),
        **{f"dicom-{name}": data for name, data in compressed_dicoms().items()},
    }


def codes(picture: Picture) -> list[NoticeCode]:
    return [notice.code for notice in picture.record.notices]


def png_of(width: int, height: int, *, depth: int, colour: int, rows: bytes) -> bytes:
    out = BytesIO(b"")
    out.write(b"\x89PNG\r\n\x1a\n")
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((depth, colour, 0, 0, 0))
    PngImagePlugin.putchunk(out, b"IHDR", head)
    PngImagePlugin.putchunk(out, b"IDAT", zlib.compress(rows))
    PngImagePlugin.putchunk(out, b"IEND")
    return out.getvalue()
