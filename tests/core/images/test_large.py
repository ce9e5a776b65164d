"""A real photograph of 108 megapixels opens, within the limits of a worker."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from core.images import ImageReader

HEIGHT, WIDTH = 9000, 12000


@pytest.fixture(scope="module")
def photograph() -> bytes:
    tile = np.asarray(Image.effect_noise((1000, 1000), 40).convert("RGB"))
    image = Image.fromarray(np.tile(tile, (HEIGHT // 1000, WIDTH // 1000, 1)))
    exif = image.getexif()
    exif[0x0112] = 6
    out = BytesIO()
    image.save(out, "JPEG", quality=85, exif=exif)
    return out.getvalue()


def test_108_megapixels(photograph: bytes) -> None:
    with ImageReader(workers=1) as reader:
        whole = reader.read(photograph)
        small = reader.read(photograph, max_side=1000)
    assert whole.pixels.shape == (WIDTH, HEIGHT, 3)
    assert small.pixels.shape == (1000, 750, 3)
    assert (small.record.height, small.record.width) == (WIDTH, HEIGHT)
    assert small.record.sha256 == whole.record.sha256
    assert abs(float(whole.pixels[::37, ::37].mean()) - float(small.pixels.mean())) < 2
