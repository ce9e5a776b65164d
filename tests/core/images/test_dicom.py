"""DICOM photographs in every transfer syntax and photometric interpretation."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.uid import (
    JPEG2000,
    UID,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from core.images import NoticeCode, decode
from tests.core.images.dicoms import PLAIN, compressed_dicoms, dataset, dicom, encapsulated, written
from tests.core.images.samples import LOSSY, encode, far, gradient


@pytest.mark.parametrize("syntax", PLAIN)
@pytest.mark.parametrize("colour", [True, False])
def test_uncompressed(syntax: str, *, colour: bool) -> None:
    pixels = gradient() if colour else gradient()[..., 0]
    picture = decode(dicom(pixels, PLAIN[syntax]))
    assert far(picture.pixels, gradient() if colour else np.dstack([pixels] * 3)) == 0
    assert picture.record.format == "dicom"
    assert picture.record.mode == ("RGB" if colour else "MONOCHROME2")
    assert picture.record.notices == ()


@pytest.mark.parametrize("name", compressed_dicoms())
def test_compressed(name: str) -> None:
    picture = decode(compressed_dicoms()[name])
    assert far(picture.pixels, gradient()) <= (LOSSY if name in ("jpeg", "jpeg-extended") else 0)


@pytest.mark.parametrize(
    ("syntax", "options"),
    [(JPEGLSNearLossless, {"jls_error": 3}), (JPEGLSLossless, {}), (RLELossless, {})],
)
@pytest.mark.parametrize("bits", [8, 16])
def test_compressed_grey(syntax: UID, options: dict[str, Any], bits: int) -> None:
    grey = gradient()[..., 0].astype(f"u{bits // 8}") * (257 if bits == 16 else 1)
    made = dataset(grey, WindowCenter=2 ** (bits - 1), WindowWidth=2**bits)
    made.compress(syntax, generate_instance_uid=False, **options)
    assert far(decode(written(made, syntax)).pixels[..., 0], gradient()[..., 0]) <= 4


def test_jpeg_2000_lossy_in_ybr_ict() -> None:
    from openjpeg.utils import encode_array

    frame = bytes(
        encode_array(
            gradient(), photometric_interpretation=1, use_mct=True, compression_ratios=[2.0]
        )
    )
    made = dataset(gradient(), PhotometricInterpretation="YBR_ICT")
    assert far(decode(encapsulated(made, JPEG2000, frame)).pixels, gradient()) <= LOSSY


def test_rgb_jpeg_2000_of_16_bits() -> None:
    from openjpeg.utils import encode_array

    deep = gradient().astype(np.uint16) * 257
    frame = bytes(encode_array(deep, photometric_interpretation=1, use_mct=True))
    made = dataset(deep, PhotometricInterpretation="YBR_RCT")
    assert far(decode(encapsulated(made, JPEG2000Lossless, frame)).pixels, gradient()) == 0


@pytest.mark.parametrize("subsampling", [0, 1, 2])
def test_jpeg_with_subsampled_colours(subsampling: int) -> None:
    jpeg = encode(gradient(), "JPEG", quality=95, subsampling=subsampling)
    made = dataset(gradient(), PhotometricInterpretation="YBR_FULL_422")
    assert far(decode(encapsulated(made, JPEGBaseline8Bit, jpeg)).pixels, gradient()) <= 2 * LOSSY


def test_jpeg_wrongly_declared_as_rgb() -> None:
    jpeg = encode(gradient(), "JPEG", quality=95, subsampling=0)
    picture = decode(encapsulated(dataset(gradient()), JPEGBaseline8Bit, jpeg))
    assert far(picture.pixels, gradient()) <= LOSSY


def test_uncompressed_ybr() -> None:
    from PIL import Image

    ybr = np.asarray(Image.fromarray(gradient()).convert("YCbCr"))
    picture = decode(dicom(ybr, PhotometricInterpretation="YBR_FULL"))
    assert far(picture.pixels, gradient()) <= 3
    # 4:2:2 shares the colours of two neighbours.
    pairs = ybr.reshape(48, 32, 2, 3)
    packed = np.concatenate([pairs[..., 0], pairs[:, :, 0, 1:]], axis=-1)
    made = dataset(ybr, PhotometricInterpretation="YBR_FULL_422")
    made.PixelData = packed.tobytes()
    assert far(decode(written(made)).pixels, gradient()) <= 10


def test_planar_configuration() -> None:
    made = dataset(gradient(), PlanarConfiguration=1)
    made.PixelData = gradient().transpose(2, 0, 1).tobytes()
    assert far(decode(written(made)).pixels, gradient()) == 0


def test_16_bit_colour() -> None:
    assert far(decode(dicom(gradient().astype(np.uint16) * 257)).pixels, gradient()) == 0


def test_monochrome1_is_inverted() -> None:
    grey = gradient()[..., 0]
    picture = decode(dicom(grey, PhotometricInterpretation="MONOCHROME1"))
    assert far(picture.pixels[..., 0], 255 - grey) == 0


def test_palette_colour() -> None:
    indices = (gradient()[..., 0] // 64).astype(np.uint8)
    made = dataset(indices, PhotometricInterpretation="PALETTE COLOR")
    shades = np.array([[0, 80, 160, 255], [255, 0, 10, 20], [9, 8, 7, 6]], np.uint16)
    for name, shade in zip(("Red", "Green", "Blue"), shades, strict=True):
        setattr(made, f"{name}PaletteColorLookupTableDescriptor", [4, 0, 16])
        setattr(made, f"{name}PaletteColorLookupTableData", (shade * 257).tobytes())
    assert far(decode(written(made)).pixels, shades.T[indices].astype(np.uint8)) == 0


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT", "SIGMOID"])
def test_window(function: str) -> None:
    values = np.linspace(0, 4095, 48 * 64).reshape(48, 64).astype(np.uint16)
    made = dataset(values, WindowCenter=2000, WindowWidth=1000, VOILUTFunction=function)
    made.BitsStored, made.HighBit = 12, 11
    shades = decode(written(made)).pixels[..., 0].astype(float)
    if function == "SIGMOID":
        expected = 255 / (1 + np.exp(-4 * (values.astype(float) - 2000) / 1000))
    else:
        centre, width = (1999.5, 999) if function == "LINEAR" else (2000, 1000)
        expected = ((values.astype(float) - centre) / width + 0.5).clip(0, 1) * 255
    assert np.abs(shades - expected).max() <= 0.51


def test_rescale_and_several_windows_of_signed_values() -> None:
    values = np.linspace(-1000, 1000, 48 * 64).reshape(48, 64).astype(np.int16)
    made = dataset(
        values, RescaleSlope=2, RescaleIntercept=100, WindowCenter=[100.5, 7], WindowWidth=[4001, 3]
    )
    shades = decode(written(made)).pixels[..., 0]
    assert (shades[0, 0], shades[-1, -1]) == (0, 255)
    assert far(shades, np.rint((values.astype(float) + 1000) / 2000 * 255)) <= 1


def test_voi_table() -> None:
    made = dataset(gradient()[..., 0])
    table = Dataset()
    table.LUTDescriptor = [256, 0, 8]
    table.LUTData = np.arange(255, -1, -1, dtype=np.uint16).tobytes()
    table["LUTData"].VR = "OW"
    made.VOILUTSequence = [table]
    assert far(decode(written(made)).pixels[..., 0], 255 - gradient()[..., 0]) == 0


def test_deep_grey_without_window_is_stretched_and_says_so() -> None:
    values = np.linspace(300, 700, 48 * 64).reshape(48, 64).astype(np.uint16)
    picture = decode(dicom(values))
    assert (picture.pixels.min(), picture.pixels.max()) == (0, 255)
    assert [notice.code for notice in picture.record.notices] == [NoticeCode.RANGE_STRETCHED]


def test_one_bit() -> None:
    bits = gradient()[..., 0] > 99
    made = dataset(bits.astype(np.uint8))
    made.BitsAllocated = made.BitsStored = 1
    made.HighBit = 0
    made.PixelData = np.packbits(bits, axis=None, bitorder="little").tobytes()
    assert far(decode(written(made)).pixels[..., 0], bits * np.uint8(255)) == 0
